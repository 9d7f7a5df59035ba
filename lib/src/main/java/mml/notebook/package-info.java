/**
 * What a notebook shows and claims: checks, tables, figures, progress; the only package that knows a kernel.
 *
 * <p>Start from {@link mml.notebook.Notebook}, whose static functions notebooks import. What takes time is a
 * {@link mml.notebook.Stored}.
 *
 * <p>May use every package. JJava is named by {@link mml.notebook.KernelLifetime} alone; all other contact with a kernel,
 * JJava or IJava, is by reflection, and without a kernel everything is text on standard output.
 */
package mml.notebook;
