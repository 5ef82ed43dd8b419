from startups.forms.profiles import NoteForm, StartupForm

__all__ = ["NoteForm", "StartupForm"]
