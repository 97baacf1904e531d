"""How well are whole statements read? Sixty reports of our own, labelled by the contract's fields."""
