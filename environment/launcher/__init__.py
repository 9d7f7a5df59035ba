"""The launcher: sets up what is missing and starts JupyterLab, the tests or the export; standard library only."""
