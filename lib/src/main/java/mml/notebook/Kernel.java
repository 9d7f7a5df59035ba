package mml.notebook;

import java.util.function.Function;

/** Where a notebook's outputs go: to the kernel that runs, or to the console where there is none. */
interface Kernel {
    /**
     * Shows something below the cell that runs.
     *
     * @param output what to show
     */
    void show(Output output);

    /**
     * Shows something that can be replaced later.
     *
     * @param output what to show
     * @param id names the place; unique among all kernels and times
     */
    void show(Output output, String id);

    /**
     * Replaces what was shown before.
     *
     * @param id where, as given to {@link #show(Output, String)}
     * @param output what to show instead
     */
    void replace(String id, Output output);

    /**
     * Returns whether outputs can be replaced.
     *
     * @return false on a console
     */
    boolean isLive();

    /**
     * Returns the same kernel bound to the cell that runs now: what it shows belongs to that cell, even after its end.
     *
     * @return a kernel for threads that outlive the cell
     */
    Kernel here();

    /**
     * Lets values of a type show themselves when they are the last expression of a cell.
     *
     * @param type the type, subtypes included
     * @param rendering makes the output of a value
     */
    void register(Class<?> type, Function<Object, Output> rendering);

    /** Text on standard output, each output by one call. */
    final class Console implements Kernel {
        @Override
        public void show(Output output) {
            System.out.print(output.text() + System.lineSeparator());
        }

        @Override
        public void show(Output output, String id) {
            show(output);
        }

        @Override
        public void replace(String id, Output output) {
            show(output);
        }

        @Override
        public boolean isLive() {
            return false;
        }

        @Override
        public Kernel here() {
            return this;
        }

        @Override
        public void register(Class<?> type, Function<Object, Output> rendering) {
            // a console has no last expressions
        }
    }
}
