package mml.seminar.rota;

import java.util.function.Consumer;

/**
 * Something that a rota must fulfil.
 *
 * @param sentence that says so, as it is shown where requirements clash
 * @param post adds its constraints to a model
 */
record Requirement(String sentence, Consumer<RotaModel> post) {}
