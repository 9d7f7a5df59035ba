package mml.seminar;

import java.util.ArrayList;
import java.util.List;
import mml.math.Tabular;

/**
 * How all participants stand with what the rules ask.
 *
 * @param all in the order of their numbers
 */
public record Standings(List<Standing> all) implements Tabular {
    /** Copies the list. */
    public Standings {
        all = List.copyOf(all);
    }

    @Override
    public List<String> columns() {
        return List.of("participant", "registered", "attended", "reported", "contributions", "still missing");
    }

    @Override
    public List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (Standing one : all) {
            rows.add(List.of(
                    one.participant(),
                    one.registered().map(String::valueOf).orElse("-"),
                    one.attended().size() + " of "
                            + (one.attended().size() + one.missed().size()),
                    one.reported().size() + " of "
                            + (one.reported().size()
                                    + one.owed().size()
                                    + one.toCome().size()),
                    one.contributions(),
                    String.join("; ", one.missing())));
        }
        return rows;
    }

    /**
     * Returns what the table shows.
     *
     * @return half a line
     */
    @Override
    public String toString() {
        return "What the rules ask: all meetings, and participation. No mark";
    }
}
