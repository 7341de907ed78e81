@close @risk-high
Feature: Customers who pay in another currency

  An invoice in dollars stands in books in euros at the rate of its day. What the rate wins or loses until the money comes
  is a gain or a loss of its own.

  Background:
    Given the plan "Basic" costs USD 100.00 per month
    And the customer "Globex" of the cast
    And "Globex" is invoiced by a company that keeps its books in EUR
    And one USD is worth EUR 0.90 from 1 March 2026, as "ECB" says
    And one USD is worth EUR 0.95 from 10 March 2026, as "ECB" says
    And one USD is worth EUR 0.85 from 20 March 2026, as "ECB" says

  Rule: What the rate wins or loses until the money comes stands on its own

    Scenario: The dollar rises before the payment
      # USD 100.00 are EUR 90.00 on 1 March and EUR 95.00 on 12 March.
      When "Globex" subscribes to "Basic" on 1 March 2026
      Then the books show EUR 90.00 in the account "Receivables" for "Globex"
      When "Globex" pays USD 100.00 on 12 March 2026
      Then the books show EUR 0.00 in the account "Receivables" for "Globex"
      And the books show EUR 95.00 in the account "Cash" for "Globex"
      And exchange rates won EUR 5.00 on "Globex"

    Scenario: The dollar rises, then falls
      # USD 40.00: EUR 36.00 become EUR 38.00. USD 60.00: EUR 54.00 become EUR 51.00.
      Given "Globex" subscribes to "Basic" on 1 March 2026
      And "Globex" pays USD 40.00 on 12 March 2026
      When "Globex" pays USD 60.00 on 25 March 2026
      Then the books show EUR 0.00 in the account "Receivables" for "Globex"
      And the books show EUR 89.00 in the account "Cash" for "Globex"
      And exchange rates won EUR 2.00 on "Globex"
      And exchange rates lost EUR 3.00 on "Globex"
