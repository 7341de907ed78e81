Feature: Cancelling

  Background:
    Given the plan "Basic" costs EUR 30.00 per month
    And the tax rate in DE is 19% from 1 January 2026
    And the customer "Kim" of the cast
    And "Kim" subscribes to "Basic" on 1 April 2026

  Rule: Who cancels within a period gets its unused days back

    Scenario Outline: Kim cancels on <day>
      When "Kim" cancels "Basic" on <day>
      Then the last invoice of "Kim" shows exactly these lines:
        | line        | plan  | from  | to            | reckoning            | net          | tax        |
        | unused days | Basic | <day> | 30 April 2026 | -30.00 x <left> / 30 | EUR -<back>  | EUR -<tax> |
      And the subscription of "Kim" to "Basic" is cancelled
      And the last day of "Kim" on "Basic" is <last day>

      Examples: reckoned by hand
        | day           | last day      | left | back  | tax  |
        | 16 April 2026 | 15 April 2026 | 15   | 15.00 | 2.85 |
        | 30 April 2026 | 29 April 2026 | 1    | 1.00  | 0.19 |
        | 2 April 2026  | 1 April 2026  | 29   | 29.00 | 5.51 |

  Rule: Who cancels at the end of a period has paid for it, and pays nothing more

    Scenario: Kim stays until the end of April
      Given "Kim" cancels "Basic" at the end of the period
      When the clock moves to 31 May 2026
      Then "Kim" has 1 invoice
      And the first invoice of "Kim" totals EUR 35.70
      And "Kim" gets no invoice for May 2026
      And the last day of "Kim" on "Basic" is 30 April 2026
