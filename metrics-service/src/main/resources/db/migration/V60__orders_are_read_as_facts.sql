-- Nobody reads it: what is asked of orders is asked of the facts, all at once, and this looked refunds up order by order.
drop view customer_order;
