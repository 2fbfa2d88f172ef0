-- The digest by SQL from the CSV files: the same figures from the same raw rows, by the same definitions.
-- Of what the definitions say, left out is only what the data has no case of: placements of one person do not overlap,
-- all are one commissioner's, and nothing is dated after the month.

create macro last_day() as date '2026-10-31';
create macro month_start() as date '2026-10-01';
create macro window_start() as date '2025-11-01';

create table placement as
select personRef as who, service, startsOn as starts, coalesce(endedOn, date '9999-12-31') as ends, endReason as reason, goal
from read_csv('{folder}/placement.csv', types = {startsOn: 'DATE', endedOn: 'DATE', endReason: 'VARCHAR'});

create table session as
select provider, personRef as who, kind, attendance, family, startsAt as instant, startsAt::date as day
from read_csv('{folder}/session.csv', types = {startsAt: 'TIMESTAMP', personRef: 'VARCHAR', family: 'VARCHAR'});

create table test as
select
  personRef as who, collectedAt as instant, collectedAt::date as day, matrix, status,
  status = 'provided' and matrix <> 'hair' as telling,
  status = 'provided'
    and (opiates is null or opiates = 'negative' or coalesce(opiatesExplained = 'true', false))
    and (alcohol is null or alcohol = 'negative') as negative,
  status = 'provided' and matrix <> 'hair'
    and (coalesce(opiates = 'positive' and opiatesExplained is null, false) or coalesce(alcohol = 'positive', false)) as positive
from read_csv('{folder}/test.csv', types = {
  collectedAt: 'TIMESTAMP', opiates: 'VARCHAR', opiatesExplained: 'VARCHAR', alcohol: 'VARCHAR'});

create table lapse as
select id, personRef as who, openedOn as day, outcome, coalesce(returnedOn, closedOn) as known
from read_csv('{folder}/lapse.csv', types = {openedOn: 'DATE', returnedOn: 'DATE', closedOn: 'DATE'});

-- Journeys: placements on the day programme that follow within 21 days of an end other than completed; and aftercare.
create table care as
with programme as (
  select *, coalesce(
    case when lag(reason) over person = 'completed' then starts >= lag(ends) over person
    else starts - lag(ends) over person > 21 end, true) as begins
  from placement where service = 'day-programme' window person as (partition by who order by starts)
), numbered as (
  select *, count(*) filter (begins) over (partition by who order by starts) as journey from programme
), joined as (
  select who, min(starts) as starts, max(ends) as ends, arg_max(reason, starts) as reason, arg_min(goal, starts) as goal,
    true as is_journey
  from numbered group by who, journey
  union all
  select who, starts, ends, reason, goal, false from placement where service = 'aftercare'
)
select row_number() over (order by who, starts) as care, * from joined;

-- What was recorded on a day belongs to the care that the day lies in.
create table session_in_care as
select care.care, session.* from session asof join care on session.who = care.who and session.day >= care.starts
where session.day <= care.ends;
create table test_in_care as
select care.care, test.* from test asof join care on test.who = care.who and test.day >= care.starts
where test.day <= care.ends;
create table lapse_in_care as
select care.care, lapse.* from lapse asof join care on lapse.who = care.who and lapse.day >= care.starts
where lapse.day <= care.ends;

create table begun as
select care.*, day_zero from care join (
  select care, min(day) as day_zero from session_in_care
  where attendance = 'attended' and kind <> 'telephone' group by care
) using (care) where is_journey;

-- Retention without a lapse.
create table retained as
with confirming as (
  select care, day from test_in_care as one where positive or (status = 'refused' and not exists (
    select 1 from test as other where other.who = one.who and other.negative and other.telling
      and other.instant > one.instant and other.day - one.day <= 7))
  union all
  select care, day from lapse_in_care
), lapsed as (
  select begun.care, min(confirming.day) as day from begun join confirming using (care)
  where confirming.day >= day_zero group by begun.care
)
select
  greatest(1, case when lapsed.day <= ends then lapsed.day else least(ends, last_day()) end - day_zero) as time,
  coalesce(lapsed.day <= ends, false) or (ends <= last_day() and reason in ('left', 'withdrawn', 'died')) as event
from begun left join lapsed using (care)
where day_zero >= window_start() and goal = 'abstinence';

create table retention as
with times as (
  select time, count(*) filter (event) as d, sum(count(*)) over (order by time desc) as n from retained group by time
), up_to as (
  select exp(sum(ln(1 - d / n))) as s, sum(d / (n * (n - d))) as v from times where time <= 84
)
select s, s ** exp(1.959963984540054 * sqrt(v) / -ln(s)) as lower, s ** exp(-1.959963984540054 * sqrt(v) / -ln(s)) as upper
from up_to;

-- How each lapse ended: as recorded, else by a return to the groups after a negative test, else by the end of the care.
create table episode as
with tested as (
  select session.care, session.day, test.day as test_day, test.negative
  from (select * from session_in_care where attendance = 'attended'
    and kind in ('group', 'joint-group', 'women-only-group', 'offending-behaviour-group', 'social-literacy')) as session
  asof join (select * from test_in_care where matrix <> 'hair' and status in ('provided', 'refused')) as test
  on session.care = test.care and session.instant >= test.instant
), returned as (
  select lapse.id, min(tested.day) as day from lapse_in_care as lapse join tested using (care)
  where tested.negative and tested.day > lapse.day and tested.test_day > lapse.day group by lapse.id
), ending as (
  select lapse.who, lapse.id, lapse.day,
    case when outcome <> 'open' then outcome when returned.day is not null then 'recovered'
      when ends > last_day() then 'open' when reason = 'referred-on' then 'relapsed'
      when reason in ('left', 'withdrawn', 'died') then 'exited' else 'moved-on' end as state,
    case when outcome <> 'open' then known else coalesce(returned.day, least(ends, last_day())) end as until
  from lapse_in_care as lapse join care using (care) left join returned using (id)
), chained as (
  select *, coalesce(lag(state) over person = 'recovered'
    and day - lag(until) over person between 0 and 7, false) as reopened
  from ending window person as (partition by who order by day, id)
), numbered as (
  select *, count(*) filter (not reopened) over (partition by who order by day, id) as episode from chained
)
select greatest(1, arg_max(until, day) - min(day)) as time, arg_max(state, day) as state
from numbered group by who, episode having min(day) >= window_start();

-- Recovery with relapse and exit as competing ends, its variance as R's survfit has it.
create table recovery as
with times as (
  select time, count(*) filter (state in ('recovered', 'relapsed', 'exited')) as d,
    count(*) filter (state = 'recovered') as r, sum(count(*)) over (order by time desc) as n
  from episode group by time
), survival as (
  select *, coalesce(exp(sum(ln(1 - d / n)) over (order by time rows between unbounded preceding and 1 preceding)), 1) as s
  from times where time <= 28
), incidence as (
  select *, sum(s * r / n) over (order by time) as f, sum(s * r / n) over () as share from survival
)
select max(share) as share, sqrt(sum(
  (share - f) ** 2 * d / (n * (n - d)) + s ** 2 * r * (n - r) / n ** 3 - 2 * (share - f) * s * r / n ** 2)) as se
from incidence;

-- Families of the people in treatment in the month.
create table reach as
with relative as (
  select who, day, provider || ' ' || unnest(string_split(family, ';')) as relative from session where family is not null
), here as (
  select who from begun where ends >= month_start()
  union
  select who from care where not is_journey and ends >= month_start()
), attended as (
  select distinct relative from relative where day >= month_start()
), reached as (
  select distinct who from relative semi join attended using (relative)
)
select count(*) as of, count(reached.who) / count(*) as value from here left join reached using (who);

create table month as
select attendance, (instant at time zone 'UTC') at time zone 'Europe/London' as clock
from session where who is not null and day >= month_start();

-- Starts of which it is known whether they lasted 84 days.
create table matured as
select ends - day_zero < 84 as early, coalesce(reason, '') as reason from begun
where day_zero between date '2025-08-09' and date '2026-08-08';

create macro limit_of(share, se, side) as
  1 - (1 - share) ** exp(side * 1.959963984540054 * se / ((1 - share) * ln(1 - share)));

select 'retention-84 of' as name, count(*)::double as value from retained
union all select 'retention-84 value', s from retention
union all select 'retention-84 lower', lower from retention
union all select 'retention-84 upper', upper from retention
union all select 'recovery-28 of', count(*) from episode
union all select 'recovery-28 value', share from recovery
union all select 'recovery-28 lower', limit_of(share, se, 1) from recovery
union all select 'recovery-28 upper', limit_of(share, se, -1) from recovery
union all select 'family-engagement of', of from reach
union all select 'family-engagement value', value from reach
union all select 'attendance of', count(*) filter (attendance in ('attended', 'did-not-attend', 'cancelled-by-client')) from month
union all select 'attendance value', count(*) filter (attendance = 'attended')
  / count(*) filter (attendance in ('attended', 'did-not-attend', 'cancelled-by-client')) from month
union all select 'early-unplanned-exit of', count(*) from matured
union all select 'early-unplanned-exit value', avg((early and reason in ('left', 'withdrawn'))::int) from matured
union all select 'effective-treatment of', count(*) from matured
union all select 'effective-treatment value', avg((not early or reason = 'completed')::int) from matured
union all select 'evening-weekend of', count(*) from month where attendance = 'attended'
union all select 'evening-weekend value', avg((hour(clock) >= 17 or isodow(clock) >= 6)::int)
  from month where attendance = 'attended';
