@screen
Feature: The invoice that a person sees

  Rule: The screen shows the amounts of the invoice, to the cent and with their currency

    Scenario: The accountant looks at Acme's upgrade
      Given the plan "Basic" costs EUR 30.00 per month
      And the plan "Pro" costs EUR 1,290.00 per month
      And the tax rate in DE is 19% from 1 January 2026
      And the customer "Acme" of the cast
      And "Acme" subscribes to "Basic" on 1 April 2026
      And "Acme" changes from "Basic" to "Pro" on 16 April 2026
      When the accountant opens the last invoice of "Acme" on screen
      Then the screen shows "Acme"
      And the screen shows EUR -15.00
      And the screen shows EUR 645.00
      And the screen shows EUR 749.70
      And the screen agrees with the last invoice of "Acme"

    Scenario: A customer with a name that is not easy to print
      Given the plan "Basic" costs EUR 30.00 per month
      And a customer "Müller & <Söhne>" in DE paying in EUR
      And "Müller & <Söhne>" subscribes to "Basic" on 1 April 2026
      When the accountant opens the first invoice of "Müller & <Söhne>" on screen
      Then the screen shows "Müller & <Söhne>"
      And the screen shows EUR 30.00

    Scenario Outline: A customer whose name is long, or written in other letters: <name>
      Given the plan "Basic" costs EUR 30.00 per month
      And a customer "<name>" in DE paying in EUR
      And "<name>" subscribes to "Basic" on 1 April 2026
      When the accountant opens the first invoice of "<name>" on screen
      Then the screen shows "<name>"

      Examples: names as they stand in registers, made up
        | name                                                                            |
        | Zweckverband für die Abwasserbeseitigung im oberen Tal der Großen Ache und Umland |
        | 株式会社さくら印刷                                                                       |
        | Łódź Żółć Δοκιμή Пример                                                          |
