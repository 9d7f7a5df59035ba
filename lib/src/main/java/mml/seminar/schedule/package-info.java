/**
 * When the meetings are and what happens in them: slots, who can come, dates, agendas, and a calendar file.
 *
 * <p>Start from {@link mml.seminar.schedule.SlotChoice} and {@link mml.seminar.schedule.Meeting#weekly}.
 *
 * <p>Uses {@code mml.seminar.rota}, {@code mml.math} and biweekly.
 */
package mml.seminar.schedule;
