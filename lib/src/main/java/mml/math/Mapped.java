package mml.math;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * What a function gave for each element of a list, at the element's own place. If the loop was stopped some places are empty;
 * to look at one of these is refused. Immutable.
 *
 * @param <R> the results' type
 */
public final class Mapped<R> extends AbstractList<R> implements RandomAccess {
    private final Object[] results;

    /** The list is copied; null where there is no result. */
    Mapped(List<R> results) {
        this.results = results.toArray();
    }

    /**
     * Returns how many results there are.
     *
     * @return from 0 to {@link #size}
     */
    public int done() {
        int done = 0;
        for (Object result : results) {
            done += result == null ? 0 : 1;
        }
        return done;
    }

    /**
     * Returns whether every element has its result.
     *
     * @return false if the loop was stopped
     */
    public boolean isComplete() {
        return done() == results.length;
    }

    /**
     * Returns the results that there are.
     *
     * @return in the order of the elements, without the empty places
     */
    @SuppressWarnings("unchecked") // nothing else was put in
    public List<R> complete() {
        return (List<R>) List.of(Arrays.stream(results).filter(Objects::nonNull).toArray());
    }

    /**
     * Returns the result of one element.
     *
     * @param index from 0
     * @throws IndexOutOfBoundsException if there is no such element
     * @throws IllegalStateException if the loop was stopped before it came to the element
     */
    @Override
    @SuppressWarnings("unchecked") // nothing else was put in
    public R get(int index) {
        Object result = results[Objects.checkIndex(index, results.length)];
        if (result == null) {
            throw new IllegalStateException("index " + index + " has no result: the loop was stopped after " + done()
                    + " of " + results.length + " elements; run it again");
        }
        return (R) result;
    }

    /**
     * Returns the number of elements, whether they have a result or not.
     *
     * @return at least 0
     */
    @Override
    public int size() {
        return results.length;
    }

    @Override
    public String toString() {
        return isComplete() ? super.toString() : complete() + ", stopped after " + done() + " of " + results.length;
    }
}
