@close @risk-high
Feature: Files to the bank and statements from it

  Background:
    Given the plan "Basic" costs EUR 100.00 per month
    And the customer "Acme" of the cast
    And the customer "Kim" of the cast
    And "Acme" subscribes to "Basic" on 1 March 2026
    And "Kim" subscribes to "Basic" on 1 March 2026

  Rule: A statement books money once, and never guesses

    Scenario: A part comes, and the statement comes twice
      # 100.00 less 40.00.
      Given the bank statement of 10 March 2026 shows EUR 40.00 for the first invoice of "Acme"
      When the last bank statement is imported again
      Then the first invoice of "Acme" has EUR 60.00 left to pay
      And the account "Cash" has a debit balance of EUR 40.00 at the end of March 2026

    Scenario: Nobody knows whose the money is
      When the bank statement of 10 March 2026 shows EUR 100.00 with the text "thank you"
      Then EUR 100.00 waits for somebody to say whose it is
      And the first invoice of "Acme" has EUR 100.00 left to pay
      And the first invoice of "Kim" has EUR 100.00 left to pay

  Rule: A file of direct debits asks for what is due, where there is a mandate

    Scenario: One of two has signed
      # 100.00 less the 30.00 that came before.
      Given "Acme" signs a direct debit mandate on 2 March 2026
      And the bank statement of 5 March 2026 shows EUR 30.00 for the first invoice of "Acme"
      When the file of direct debits for 20 March 2026 is made
      Then the file asks for 1 direct debit of EUR 70.00 in all
