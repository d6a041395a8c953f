"""The web application: a thin server beside the model, and a hand-written page. No outside request, nothing stored."""
