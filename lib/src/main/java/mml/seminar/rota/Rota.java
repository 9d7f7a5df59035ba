package mml.seminar.rota;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import mml.math.Check;
import mml.math.Tabular;

/**
 * Who has which role at which paper.
 *
 * @param problem what it is for
 * @param seats for each paper and each role, by their keys, the numbers of the partners: one to
 *     {@value RotaProblem#MOST_PARTNERS} of them, nobody twice at a paper. At papers that were held there may be people who have
 *     left since.
 */
public record Rota(RotaProblem problem, Map<String, Map<String, List<Integer>>> seats) implements Tabular {
    /**
     * Copies the seats, and checks them.
     *
     * @throws IllegalArgumentException if a paper or role is missing or too much, a role has no partner or too many, or a partner
     *     is no participant or stands twice at a paper
     */
    public Rota {
        seats = copy(problem, seats);
    }

    /**
     * Returns the rota in which the first participants go through the roles forwards, the next backwards, and so on, as on the
     * seminar's slides: with five roles, everybody has each role once, and no two work together twice. Takes no heed of absences
     * and wishes, and is for as many as all present at once.
     *
     * @param problem with two participants a role
     * @return the rota
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Rota ofSlides(RotaProblem problem) {
        int[][] cells = Cyclic.cells(problem, 0);
        Check.that(
                problem.participants().size() == 2 * problem.roles().size(),
                "participants must be two a role, were %s",
                problem.participants().size());
        return Cells.rota(problem, cells, Map.of());
    }

    /**
     * Returns the partners of a role at a paper.
     *
     * @param paper the key of the paper
     * @param role the key of the role
     * @return their numbers
     * @throws IllegalArgumentException if there is no such paper or role
     */
    public List<Integer> at(String paper, String role) {
        Check.that(problem.papers().contains(paper), "paper must be one of %s, was %s", problem.papers(), paper);
        Check.that(problem.roles().contains(role), "role must be one of %s, was %s", problem.roles(), role);
        return seats.get(paper).get(role);
    }

    /**
     * Returns the role that somebody has at a paper.
     *
     * @param participant the number
     * @param paper the key of the paper
     * @return the key of the role, or nothing if they do not present there
     * @throws IllegalArgumentException if there is no such paper
     */
    public Optional<String> role(int participant, String paper) {
        return problem.roles().stream()
                .filter(role -> at(paper, role).contains(participant))
                .findFirst();
    }

    /**
     * Returns what somebody does.
     *
     * @param participant the number
     * @return the key of the role at each paper at which they present, in the order of the papers
     */
    public Map<String, String> of(int participant) {
        Map<String, String> roles = new LinkedHashMap<>();
        problem.papers().forEach(paper -> role(participant, paper).ifPresent(role -> roles.put(paper, role)));
        return roles;
    }

    /**
     * Returns with whom somebody works at a paper.
     *
     * @param participant the number
     * @param paper the key of the paper
     * @return the numbers of the partners; empty if there is none, or they do not present there
     * @throws IllegalArgumentException if there is no such paper
     */
    public List<Integer> partners(int participant, String paper) {
        return role(participant, paper)
                .map(role -> at(paper, role).stream()
                        .filter(other -> other != participant)
                        .toList())
                .orElse(List.of());
    }

    /**
     * Returns who presents at a paper.
     *
     * @param paper the key of the paper
     * @return the numbers in the order of the roles
     * @throws IllegalArgumentException if there is no such paper
     */
    public List<Integer> presenting(String paper) {
        return problem.roles().stream()
                .flatMap(role -> at(paper, role).stream())
                .toList();
    }

    /**
     * Returns what a rota should have little of, each count beside a lower bound.
     *
     * @return a table
     */
    public Criteria criteria() {
        return Criteria.of(problem, Cells.of(this));
    }

    /**
     * Returns this rota after some meetings: what was done there is never changed.
     *
     * @param papers the keys of the papers that were discussed
     * @return a new rota
     * @throws IllegalArgumentException if one is not there, or stands there twice
     */
    public Rota held(String... papers) {
        return new Rota(problem.held(Arrays.asList(papers)), seats);
    }

    /**
     * Repairs this rota after somebody has dropped out, with as little change for the others as can be found.
     *
     * @param participant the number
     * @return what changes
     * @throws IllegalArgumentException if there is nobody with this number
     * @throws NoRota if no rota is found for the others
     */
    public Repair without(int participant) {
        return RotaSolver.of(problem.without(participant)).repair(this);
    }

    /**
     * Repairs this rota after somebody has come late, with as little change for the others as can be found.
     *
     * @param participant with a number of their own
     * @return what changes
     * @throws IllegalArgumentException if the number is taken, or there are too many
     * @throws NoRota if no rota is found with them
     */
    public Repair with(Participant participant) {
        return RotaSolver.of(problem.with(participant)).repair(this);
    }

    /**
     * Extends this rota after one paper more is to be read, with as little change at the others as can be found.
     *
     * @param paper its key
     * @return what changes at the others
     * @throws IllegalArgumentException if it is there already
     * @throws NoRota if no rota is found with it
     */
    public Repair reading(String paper) {
        return RotaSolver.of(problem.reading(paper)).repair(this);
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("role"));
        columns.addAll(problem.papers());
        return columns;
    }

    @Override
    public List<List<String>> rows() {
        return rows(String::valueOf);
    }

    /**
     * Returns the rows of the table with something else for the numbers.
     *
     * @param name what stands for a number, such as a name
     * @return one row a role
     */
    public List<List<String>> rows(IntFunction<String> name) {
        List<List<String>> rows = new ArrayList<>();
        for (String role : problem.roles()) {
            List<String> row = new ArrayList<>(List.of(role));
            for (String paper : problem.papers()) {
                row.add(at(paper, role).stream().map(name::apply).collect(Collectors.joining(", ")));
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * Returns how many papers, roles and participants there are.
     *
     * @return half a line
     */
    @Override
    public String toString() {
        return "Rota of %s participants, %s papers and %s roles"
                .formatted(
                        problem.participants().size(),
                        problem.papers().size(),
                        problem.roles().size());
    }

    private static Map<String, Map<String, List<Integer>>> copy(
            RotaProblem problem, Map<String, Map<String, List<Integer>>> seats) {
        same("rota", "paper", problem.papers(), seats.keySet());
        Set<Integer> numbers =
                problem.participants().stream().map(Participant::number).collect(Collectors.toSet());
        Map<String, Map<String, List<Integer>>> copy = new LinkedHashMap<>();
        for (String paper : problem.papers()) {
            String where = "rota." + paper;
            same(where, "role", problem.roles(), seats.get(paper).keySet());
            Set<Integer> seen = new HashSet<>();
            Map<String, List<Integer>> roles = new LinkedHashMap<>();
            for (String role : problem.roles()) {
                List<Integer> partners = List.copyOf(seats.get(paper).get(role));
                check(
                        where + "." + role,
                        partners,
                        problem.held().contains(paper) ? Set.copyOf(partners) : numbers,
                        seen);
                roles.put(role, partners);
            }
            copy.put(paper, Collections.unmodifiableMap(roles));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static void check(String where, List<Integer> partners, Set<Integer> numbers, Set<Integer> seen) {
        Check.that(
                !partners.isEmpty() && partners.size() <= RotaProblem.MOST_PARTNERS,
                "%s must have 1 to %s partners, has %s",
                where,
                RotaProblem.MOST_PARTNERS,
                partners);
        for (int k = 0; k < partners.size(); k++) {
            int number = partners.get(k);
            Check.that(numbers.contains(number), "%s[%s] must be a participant, was %s", where, k, number);
            Check.that(seen.add(number), "%s[%s] must have no other role at this paper, was %s", where, k, number);
        }
    }

    private static void same(String where, String what, List<String> keys, Set<String> found) {
        for (String key : keys) {
            Check.that(found.contains(key), "%s must have every %s, has no %s", where, what, key);
        }
        for (String key : found) {
            Check.that(keys.contains(key), "%s must have only the %ss %s, has %s", where, what, keys, key);
        }
    }
}
