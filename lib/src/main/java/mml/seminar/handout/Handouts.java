package mml.seminar.handout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mml.json.Refused;
import mml.math.Check;
import mml.seminar.Names;
import mml.seminar.Paper;
import mml.seminar.Seminar;

/**
 * The handouts of a seminar: one for each participant, one for each meeting.
 *
 * <pre>{@code
 * Handouts handouts = Handouts.of(seminar, Path.of(".."));
 * handouts.participant(3).write(handouts.folder());
 * }</pre>
 *
 * @param seminar with a rota
 * @param notebooks the folder of the notebooks, which has one for each paper
 * @param names what stands for the numbers of the participants
 */
public record Handouts(Seminar seminar, Path notebooks, Names names) {
    /**
     * Checks that there is something to hand out.
     *
     * @throws IllegalArgumentException if something is null, or the seminar has no rota yet
     */
    public Handouts {
        Check.given("seminar", seminar);
        Check.given("notebooks", notebooks);
        Check.given("names", names);
        seminar.rota();
    }

    /**
     * Returns the handouts with numbers for the participants.
     *
     * @param seminar with a rota
     * @param notebooks the folder of the notebooks, which has one for each paper
     * @return the handouts
     * @throws IllegalArgumentException if something is null, or the seminar has no rota yet
     */
    public static Handouts of(Seminar seminar, Path notebooks) {
        return new Handouts(seminar, notebooks, new Names(Map.of()));
    }

    /**
     * Returns the handouts with names, from the private file: for those who take part, not to be published.
     *
     * @param names for numbers; who has none keeps the number
     * @return new handouts
     */
    public Handouts named(Names names) {
        return new Handouts(seminar, notebooks, names);
    }

    /**
     * Returns where handouts belong: a folder beside those of the papers, which git ignores, as there may be names in it. Links to
     * notebooks are right from there.
     *
     * @return the folder; it may not be there yet
     */
    public Path folder() {
        return notebooks.resolve("handouts");
    }

    /**
     * Returns the handout of a participant: when they have which role with whom, what each asks, and what is still missing.
     *
     * @param number of the participant
     * @return the handout
     * @throws IOException if a notebook cannot be read
     * @throws Refused if one of their notebooks is none
     * @throws IllegalArgumentException if nobody has this number
     */
    public Handout participant(int number) throws IOException {
        return new OfParticipant(words(), number).handout();
    }

    /**
     * Returns the handout of a meeting: its agenda, who presents what, and the questions of its notebooks.
     *
     * @param key of the paper
     * @return the handout
     * @throws IOException if a notebook cannot be read
     * @throws Refused if one of its notebooks is none
     * @throws IllegalArgumentException if there is no such paper, or the reports leave no time for a discussion
     */
    public Handout meeting(String key) throws IOException {
        return new OfMeeting(words(), seminar.paper(key)).handout();
    }

    /**
     * Writes the handouts of all participants and all meetings.
     *
     * @return the files, two for each
     * @throws IOException if a notebook cannot be read, or a file not be written
     * @throws Refused if a notebook is none
     */
    public List<Path> write() throws IOException {
        List<Handout> all = new ArrayList<>();
        for (int number : seminar.group().numbers()) {
            all.add(participant(number));
        }
        for (Paper paper : seminar.papers()) {
            all.add(meeting(paper.key()));
        }
        List<Path> files = new ArrayList<>();
        for (Handout handout : all) {
            files.addAll(handout.write(folder()));
        }
        return files;
    }

    private Words words() {
        return new Words(seminar, notebooks, names);
    }
}
