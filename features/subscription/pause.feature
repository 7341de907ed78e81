@risk-high
Feature: Pausing

  Paid days of a pause are given back on its first day; the days that are left are charged when it is over. Basic costs
  EUR 30.00 a month: price x days / days of the month, rounded half up to the cent. The days of the bills stay what they were.

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Kim" of the cast
    And "Kim" subscribes to "Basic" on 1 April 2026

  Rule: Days of a pause cost nothing

    @short
    Scenario Outline: Kim pauses on <day>, with <left> days of April left
      When "Kim" pauses "Basic" on <day>
      Then the last invoice of "Kim" shows exactly these lines:
        | line        | plan  | from  | to            | reckoning            | net         | tax        |
        | unused days | Basic | <day> | 30 April 2026 | -30.00 x <left> / 30 | EUR -<back> | EUR -<tax> |
      And the subscription of "Kim" to "Basic" is paused

      Examples: in the middle and at both ends, reckoned by hand
        | day           | left | back  | tax  |
        | 16 April 2026 | 15   | 15.00 | 2.85 |
        | 2 April 2026  | 29   | 29.00 | 5.51 |
        | 30 April 2026 | 1    | 1.00  | 0.19 |

    # 10 of 30 days were a pause: 30.00 - 20.00 + 10.00 = 20.00, and 19% of it 3.80.
    Scenario: Kim is back before the month is over
      Given "Kim" pauses "Basic" on 11 April 2026
      When "Kim" resumes "Basic" on 21 April 2026
      Then the last invoice of "Kim" shows exactly these lines:
        | line           | plan  | from          | to            | reckoning       | net       |
        | remaining days | Basic | 21 April 2026 | 30 April 2026 | 30.00 x 10 / 30 | EUR 10.00 |
      And the invoices of "Kim" total EUR 23.80
      And the subscription of "Kim" to "Basic" is active

  Rule: A month that is paused has no bill, and the next one is billed as ever

    Scenario: Kim is back in the middle of May
      Given "Kim" pauses "Basic" on 16 April 2026
      And "Kim" resumes "Basic" on 11 May 2026
      When the clock moves to 1 June 2026
      Then "Kim" has 4 invoices
      And the third invoice of "Kim" shows exactly these lines:
        | line           | plan  | from        | to          | reckoning       | net       |
        | remaining days | Basic | 11 May 2026 | 31 May 2026 | 30.00 x 21 / 31 | EUR 20.32 |
      And the last invoice of "Kim" shows exactly these lines:
        | line | plan  | from        | to           | net       |
        | fee  | Basic | 1 June 2026 | 30 June 2026 | EUR 30.00 |

    Scenario: Kim pauses from the end of April on
      Given "Kim" pauses "Basic" at the end of the period
      When the clock moves to 31 May 2026
      Then "Kim" has 1 invoice
      And the first invoice of "Kim" totals EUR 35.70
      And "Kim" gets no invoice for May 2026
      And the subscription of "Kim" to "Basic" is paused
