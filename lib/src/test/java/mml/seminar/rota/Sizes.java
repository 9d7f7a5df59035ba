package mml.seminar.rota;

import java.util.List;

/** The papers and roles of the seminar, for any number of participants. */
final class Sizes {
    static final List<String> PAPERS = List.of("glorot", "ba", "li", "zhang", "grimmer");
    static final List<String> ROLES = List.of("author", "reviewer", "archaeologist", "hacker", "private-investigator");

    private Sizes() {}

    static RotaProblem of(int participants) {
        return RotaProblem.of(PAPERS, ROLES, participants);
    }
}
