@risk-high
Feature: Subscriptions that begin at the end of a month

  Rule: The first day is kept: a short month moves one bill to its last day, and the next month goes back

    Scenario Outline: Sold on <start>
      Given the plan "Basic" costs EUR 30.00 per month
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Basic" on <start>
      When 3 months pass
      Then "Acme" has 4 invoices
      And the second invoice of "Acme" is dated <second>
      And the third invoice of "Acme" is dated <third>
      And the fourth invoice of "Acme" is dated <fourth>
      And the third invoice of "Acme" covers <third> to <last day>
      And the third invoice of "Acme" totals EUR 30.00

      Examples: days that not every month has
        | start           | second            | third           | fourth           | last day         |
        | 31 January 2026 | 28 February 2026  | 31 March 2026   | 30 April 2026    | 29 April 2026    |
        | 30 January 2026 | 28 February 2026  | 30 March 2026   | 30 April 2026    | 29 April 2026    |
        | 29 January 2028 | 29 February 2028  | 29 March 2028   | 29 April 2028    | 28 April 2028    |
        | 31 August 2026  | 30 September 2026 | 31 October 2026 | 30 November 2026 | 29 November 2026 |

  Rule: A year that begins on a leap day ends on the day before the end of February

    Scenario: Acme buys a year on 29 February
      Given the plan "Annual" costs EUR 1,200.00 per year
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Annual" on 29 February 2028
      When 1 year passes
      Then the first invoice of "Acme" covers 29 February 2028 to 27 February 2029
      And the last invoice of "Acme" covers 28 February 2029 to 27 February 2030
      And the last invoice of "Acme" totals EUR 1,200.00

  Rule: Thirty days are thirty days, whatever the month

    Scenario: Acme buys a plan of 30 days
      Given the plan "Pass" costs EUR 30.00 per 30 days
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Pass" on 1 January 2026
      When 60 days pass
      Then "Acme" has 3 invoices
      And the second invoice of "Acme" is dated 31 January 2026
      And the third invoice of "Acme" covers 2 March 2026 to 31 March 2026

  Rule: Billed by the calendar, the first bill is for the rest of the month

    Scenario: Acme begins in the middle of April
      Given the plan "Basic" costs EUR 30.00 per month
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Basic" on 16 April 2026, billed by the calendar
      When the clock moves to 1 May 2026
      Then the first invoice of "Acme" shows exactly these lines:
        | line | plan  | from          | to            | reckoning       | net       |
        | fee  | Basic | 16 April 2026 | 30 April 2026 | 30.00 x 15 / 30 | EUR 15.00 |
      And the last invoice of "Acme" covers 1 May 2026 to 31 May 2026
      And the last invoice of "Acme" totals EUR 30.00
      And the current period of "Acme" on "Basic" is 1 May 2026 to 31 May 2026
      And the next bill date of "Acme" for "Basic" is 1 June 2026
