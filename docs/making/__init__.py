"""What pages are made from: the text of the rules, the declarations, and two small registers beside this folder."""
