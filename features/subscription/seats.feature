@risk-high
Feature: Seats

  A seat costs EUR 12.00 a month. When their number changes, the days that are left of the month are given back for all
  seats of before and charged for all of now: seats x price x days left / days of the month, each line rounded half up to
  the cent. The day of the change has the new number.

  Background:
    Given the plan "Team" costs EUR 12.00 per seat and month
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Acme" of the cast
    And "Acme" subscribes to 5 seats of "Team" on 1 April 2026

  Rule: Within a month, seats are paid for by the day

    Scenario Outline: Acme goes from 5 to <seats> seats on <day>
      When "Acme" changes "Team" to <seats> seats on <day>
      Then the last invoice of "Acme" shows exactly these lines:
        | line           | plan | from  | to            | quantity | reckoning                   | net         | tax          |
        | unused days    | Team | <day> | 30 April 2026 | 5        | -5 x 12.00 x <left> / 30     | EUR -<back> | EUR -<less>  |
        | remaining days | Team | <day> | 30 April 2026 | <seats>  | <seats> x 12.00 x <left> / 30 | EUR <now>   | EUR <more>   |
      And "Acme" has <seats> seats of "Team"

      Examples: more and fewer, in the middle and on the last day, reckoned by hand
        | seats | day           | left | back  | less | now   | more |
        | 8     | 16 April 2026 | 15   | 30.00 | 5.70 | 48.00 | 9.12 |
        | 3     | 11 April 2026 | 20   | 40.00 | 7.60 | 24.00 | 4.56 |
        | 6     | 30 April 2026 | 1    | 2.00  | 0.38 | 2.40  | 0.46 |

    # 10 days with 5 seats, 10 with 8 and 10 with 6: 12.00 x (5 + 8 + 6) x 10 / 30 = 76.00, and 19% of it 14.44.
    Scenario: Acme changes its mind twice in one month
      Given "Acme" changes "Team" to 8 seats on 11 April 2026
      When "Acme" changes "Team" to 6 seats on 21 April 2026
      Then the last invoice of "Acme" shows exactly these lines:
        | line           | plan | from          | to            | quantity | reckoning             | net        |
        | unused days    | Team | 21 April 2026 | 30 April 2026 | 8        | -8 x 12.00 x 10 / 30  | EUR -32.00 |
        | remaining days | Team | 21 April 2026 | 30 April 2026 | 6        | 6 x 12.00 x 10 / 30   | EUR 24.00  |
      And the invoices of "Acme" total EUR 90.44

  Rule: From the next month on, a new number costs nothing before

    Scenario: Acme orders three more seats for May
      Given "Acme" changes "Team" to 8 seats at the end of the period
      When the clock moves to 1 May 2026
      Then "Acme" has 2 invoices
      And the first invoice of "Acme" totals EUR 60.00 net and EUR 11.40 tax
      And the last invoice of "Acme" shows exactly these lines:
        | line | plan | from       | to          | quantity | reckoning | net       |
        | fee  | Team | 1 May 2026 | 31 May 2026 | 8        | 8 x 12.00 | EUR 96.00 |
