"""What goes wrong on the user's side, said in one sentence with the way out."""


class Failure(Exception):
    """Ends the command with exit status 1; its text is for the user, so no traceback is shown."""
