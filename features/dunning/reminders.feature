@close
Feature: Asking for money that is late

  Background:
    # The invoice of 1 March is to be paid by 15 March.
    Given the plan "Basic" costs EUR 1,000.00 per year
    And the customer "Acme" of the cast
    And whoever is late is asked like this:
      | level    | days late | fee      | interest | service |
      | reminder | 5         | EUR 5.00 |          | goes on |
      | warning  | 30        |          | 9%       | stops   |
    And "Acme" subscribes to "Basic" on 1 March 2026

  Rule: Each level comes on its day, and asks once

    Scenario Outline: <days> days late, on <day>
      When the clock moves to <day>
      Then "Acme" is on the dunning level "<level>"
      And "Acme" has been reminded <times> time

      Examples: both sides of the second level, 30 days after 15 March
        | day           | days | level    | times |
        | 20 March 2026 | 5    | reminder | 1     |
        | 13 April 2026 | 29   | reminder | 1     |

    Scenario: Nobody is late on the last day to pay
      When the clock moves to 15 March 2026
      Then "Acme" is not dunned
      And "Acme" has been reminded 0 times

    Scenario: A month late
      When the clock moves to 14 April 2026
      Then "Acme" is on the dunning level "warning"
      And the service of "Acme" is stopped
      And "Acme" has been reminded 2 times

  Rule: Whoever pays has service again, and still owes what being late cost

    Scenario: Acme pays the invoice alone
      # The fee of 5.00 and 1,000.00 x 9% x 30 / 365 = 7.40 of interest stay.
      Given the clock moves to 14 April 2026
      When EUR 1,000.00 is paid for the first invoice of "Acme" on 15 April 2026
      Then "Acme" is not dunned
      And the service of "Acme" goes on
      And the second invoice of "Acme" has EUR 5.00 left to pay
      And the third invoice of "Acme" has EUR 7.40 left to pay

    @short
    Scenario: The debt is written off
      Given the clock moves to 14 April 2026
      When the first invoice of "Acme" is written off on 20 April 2026
      Then "Acme" is not dunned
      And the service of "Acme" goes on
