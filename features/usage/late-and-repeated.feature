@risk-high
Feature: Usage that comes twice, late, or at midnight

  Background:
    Given the plan "API" is billed in EUR per month
    And the plan "API" charges EUR 0.10 per unit of "Calls"
    And the customer "Acme" of the cast
    And "Acme" subscribes to "API" on 1 March 2026

  Rule: The same usage is billed once, however often it is sent

    Scenario: Sent again at once
      Given "Acme" uses 100 of "Calls" on 10 March 2026
      When the last usage of "Acme" arrives again
      Then the last usage of "Acme" is a duplicate
      And the billed usage of "Acme" for March 2026 is 100 of "Calls"

    @needs:usage.unused-silent
    Scenario: Sent again in the next month
      Given "Acme" uses 100 of "Calls" on 31 March 2026
      And the last usage of "Acme" arrives again on 1 April 2026
      When the clock moves to 1 May 2026
      Then the invoices of "Acme" total EUR 10.00
      And "Acme" has 1 invoice
      And the first invoice of "Acme" shows exactly these lines:
        | line  | plan | from         | to            | quantity | reckoning  | net       |
        | usage | API  | 1 March 2026 | 31 March 2026 | 100      | 100 x 0.10 | EUR 10.00 |
      And the next bill date of "Acme" for "API" is 1 June 2026

    @needs:usage.unused-silent
    Scenario: Sent again in the next month, with the time of sending
      Given "Acme" uses 100 of "Calls" on 31 March 2026
      And the last usage of "Acme" arrives again on 2 April 2026, stamped with that day
      When the clock moves to 1 May 2026
      Then the invoices of "Acme" total EUR 10.00
      And "Acme" has 1 invoice
      And the billed usage of "Acme" for April 2026 is 0 of "Calls"

  Rule: Usage of a day belongs to that day's bill, by the customer's own clock

    Scenario: Around midnight in Berlin
      Given the clock moves to 31 March 2026
      And "Acme" uses 10 of "Calls" at 2026-03-31T23:59:59+02:00
      And "Acme" uses 20 of "Calls" at 2026-04-01T00:00:00+02:00
      When the clock moves to 1 May 2026
      Then the first invoice of "Acme" totals EUR 1.00
      And the second invoice of "Acme" totals EUR 2.00

    Scenario: Usage of the first and of the last day
      Given "Acme" has this usage:
        | date          | quantity | meter |
        | 1 March 2026  | 5        | Calls |
        | 15 March 2026 | 7        | Calls |
        | 31 March 2026 | 11       | Calls |
      When the clock moves to 1 April 2026
      Then the first invoice of "Acme" shows exactly these lines:
        | line  | quantity | reckoning           | net      |
        | usage | 23       | (5 + 7 + 11) x 0.10 | EUR 2.30 |

  Rule: Usage that comes late, but before its bill, is on that bill

    Scenario: A day's calls arrive two weeks later
      When 40 calls of "Calls" used by "Acme" on 10 March 2026 arrive on 24 March 2026
      Then the last usage of "Acme" is accepted
      And the billed usage of "Acme" for March 2026 is 40 of "Calls"

  Rule: Usage that comes after its bill is on the next bill, for the month in which it was used

    Scenario: Calls of March arrive in April
      Given usage that comes after its bill goes on the next one
      And "Acme" uses 100 of "Calls" on 10 March 2026
      And 40 calls of "Calls" used by "Acme" on 20 March 2026 arrive on 7 April 2026
      And "Acme" uses 30 of "Calls" on 15 April 2026
      When the clock moves to 1 May 2026
      Then the first invoice of "Acme" totals EUR 10.00
      And the second invoice of "Acme" shows exactly these lines:
        | line  | from         | to            | quantity | reckoning | net      |
        | usage | 1 March 2026 | 31 March 2026 | 40       | 40 x 0.10 | EUR 4.00 |
        | usage | 1 April 2026 | 30 April 2026 | 30       | 30 x 0.10 | EUR 3.00 |
