import { billColumns } from '../model/billing/bill-extract.ts';
import { isCurrency, minorUnitDigits } from '../model/currency.ts';
import { quoted } from './engines/engine.ts';

export type Side = 'legacy' | 'target';

/** Reads a CSV file once, every column as text, and keeps the row's place for messages. */
export function stageSql(side: Side, file: string): string {
  return `create or replace table ${side}_text as
    select row_number() over () as place, ${billColumns.join(', ')}
    from read_csv(${quoted(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
      auto_detect = false, columns = ${columnTypes()}, strict_mode = true, null_padding = false, ignore_errors = false)`;
}

function columnTypes(): string {
  return `{${billColumns.map((column) => `'${column}': 'VARCHAR'`).join(', ')}}`;
}

/** Rows that are not what an extract may hold, first one first. Amounts need exactly the digits of their currency. */
export function malformedSql(side: Side): string {
  const amount = (column: string) => `case currency.digits
      when 0 then regexp_full_match(${column}, '-?[0-9]{1,17}')
      else regexp_full_match(${column}, '-?[0-9]{1,15}[.][0-9]{' || currency.digits || '}') end`;
  return `select place, case
      when account is null or account = '' then 'no account'
      when item is null or item = '' then 'no item'
      when try_cast(period_from as date) is null then 'period_from ' || coalesce(period_from, '(empty)')
      when try_cast(period_to as date) is null then 'period_to ' || coalesce(period_to, '(empty)')
      when currency.code is null then 'currency ' || coalesce(extract.currency, '(empty)')
      when net is null or not (${amount('net')}) then 'net ' || coalesce(net, '(empty)')
      when tax is null or not (${amount('tax')}) then 'tax ' || coalesce(tax, '(empty)')
      end as problem
    from ${side}_text as extract left join planned_currency as currency on currency.code = extract.currency
    where problem is not null order by place limit 1`;
}

/** Amounts as whole minor units: the digits without the point. */
export function typedSql(side: Side): string {
  return `create or replace table ${side}_bill as
    select account, item, period_from::date as period_from, period_to::date as period_to, currency,
      replace(net, '.', '')::bigint as net, replace(tax, '.', '')::bigint as tax
    from ${side}_text`;
}

export function currencyCodesSql(side: Side): string {
  return `select distinct coalesce(currency, '') as code from ${side}_text`;
}

/** The digits of those codes that are currencies; a row with any other code is malformed. */
export function currencyDigitsSql(codes: readonly string[]): string {
  const values = codes.filter(isCurrency).map((code) => `(${quoted(code)}, ${minorUnitDigits(code)})`);
  return `create or replace table planned_currency (code varchar, digits integer);
    ${values.length === 0 ? '' : `insert into planned_currency values ${values.join(', ')};`}`;
}

export function controlTotalsSql(side: Side): string {
  return `select currency, count(*) as lines, sum(net) as net, sum(tax) as tax
    from ${side}_bill group by currency order by currency`;
}
