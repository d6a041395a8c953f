"""Tables in, tables out: estimates, how sure they are, and what part is chance. Nothing is printed or drawn here."""
