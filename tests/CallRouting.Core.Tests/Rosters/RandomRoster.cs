using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Rosters;

/// <summary>Any roster that an office could write, and a few that none would. The seed is all there is to it.</summary>
internal sealed class RandomRoster(int seed)
{
    public static readonly string[] Names = ["kari", "per", "liv", "ola", "nils", "eva"];
    public static readonly Decided Decided = new("Liv", Oslo.At("2026-01-02 12:00"));

    private static readonly LocalDate NewYear = new(2026, 1, 1);

    private readonly Random random = new(seed);

    public Roster Make()
    {
        var layers = Enumerable.Range(0, random.Next(1, 4)).Select(role => new Layer((DutyRole)role, $"layer {role}", Fallback())).ToList();
        var rules = Enumerable.Range(0, random.Next(0, 7)).Select(rule => Rule(rule, layers.Count)).ToList();
        return new(
            layers,
            rules,
            [.. Enumerable.Range(0, random.Next(0, 25)).Select(Leave)],
            [.. rules.SelectMany(Swaps)],
            [.. Enumerable.Range(0, random.Next(0, 6)).Select(number => Override(number, layers.Count))]
        );
    }

    /// <summary>What rows can say: no fallback, and no override that ends within the hour that comes twice.</summary>
    public Roster MakePlain()
    {
        var roster = Make();
        return roster with
        {
            Layers = [.. roster.Layers.Select(layer => layer with { Fallback = [] })],
            Overrides = [.. roster.Overrides.Where(made => OsloTime.InstantAt(made.When.End.InOslo().LocalDateTime) == made.When.End)],
        };
    }

    /// <summary>From one midnight to another, in one case of three round a night on which the clock moves.</summary>
    public Interval WholeDays()
    {
        LocalDate[] starts = [new(2026, 3, 27), new(2026, 10, 23), AnyDate()];
        var first = starts[random.Next(3)];
        return new(OsloTime.StartOf(first), OsloTime.StartOf(first.PlusDays(random.Next(1, 60))));
    }

    /// <summary>Two versions, and what was decided beside them, at any time of a hundred days; some of it withdrawn later.</summary>
    public RosterHistory History()
    {
        var (first, second) = (Make(), Make());
        var beside = first with
        {
            Leave = [.. first.Leave.Select(leave => leave with { Decided = PerhapsWithdrawn() })],
            Swaps = [.. first.Swaps.Select(swap => swap with { Decided = PerhapsWithdrawn() })],
            Overrides = [.. first.Overrides.Select(made => made with { Decided = AnyTime() })],
        };
        return new(
            new PublishedRosters([
                new(1, Validity.Always, first, Decided),
                new(2, Validity.Always with { From = NewYear.PlusDays(80) }, second, AnyTime()),
            ]).Beside(beside)
        );
    }

    private Decided PerhapsWithdrawn() => AnyTime() with { Withdrawn = random.Next(3) == 0 ? AnyTime().At + Duration.FromDays(30) : null };

    /// <summary>A few days up to some months, in one case of three round a night on which the clock moves.</summary>
    public Interval Interval()
    {
        LocalDate[] starts = [new(2026, 3, 28), new(2026, 10, 23), NewYear.PlusDays(random.Next(365))];
        var start = Wall(starts[random.Next(3)]);
        return new(start, start + Duration.FromMinutes(random.Next(1, 60 * 24 * 40)));
    }

    public Instant Within(Interval interval) =>
        interval.Start + Duration.FromSeconds(random.Next(0, (int)(interval.End - interval.Start).TotalSeconds));

    public Override Override(int number, int layers)
    {
        var start = Wall(AnyDate());
        var when = new Interval(start, start + Duration.FromMinutes(random.Next(1, 60 * 24 * 3)));
        var (id, role) = ($"override {number}", (DutyRole)random.Next(layers));
        return random.Next(4) switch
        {
            0 => CallRouting.Core.Rosters.Override.Adding(id, role, when, Name(), Decided),
            1 => CallRouting.Core.Rosters.Override.Removing(id, role, when, Name(), Decided),
            2 => CallRouting.Core.Rosters.Override.Replacing(id, role, when, null, Name(), Decided),
            _ => CallRouting.Core.Rosters.Override.Replacing(id, role, when, Name(), Name(), Decided),
        };
    }

    public int Any(int below) => random.Next(below);

    private Decided AnyTime() => new("Liv", Decided.At + Duration.FromMinutes(random.Next(60 * 24 * 100)));

    private RosterRule Rule(int number, int layers)
    {
        var (role, hours, holidays) = ((DutyRole)random.Next(layers), Hours(), random.Next(2) == 0);
        var from = NewYear.PlusDays(random.Next(-100, 200));
        LocalDate? to = random.Next(3) == 0 ? from.PlusDays(random.Next(0, 200)) : null;
        RosterRule rule =
            random.Next(2) == 0
                ? new Shift(new("line"), Name(), role, hours.Days, hours.From, hours.To, from, to, holidays)
                : Rotation(role, hours, from, to, holidays);
        return rule with { Id = new($"rule {number}") };
    }

    private Rotation Rotation(DutyRole role, WeekHours hours, LocalDate from, LocalDate? to, bool holidays)
    {
        var order = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Name()).ToList();
        var length = new TurnLength(random.Next(1, 9), (TurnUnit)random.Next(4));
        IsoDayOfWeek? day = length.Unit == TurnUnit.Week && random.Next(2) == 0 ? (IsoDayOfWeek)random.Next(1, 8) : null;
        return new(role, $"rotation of {order.Count}", order, length, hours, from, Time(), day, random.Next(order.Count), to, holidays);
    }

    private Leave Leave(int number)
    {
        var first = AnyDate();
        return new($"leave {number}", Name(), first, first.PlusDays(random.Next(0, 20)), Decided, random.Next(3) == 0 ? Hours() : null);
    }

    private IEnumerable<Swap> Swaps(RosterRule rule)
    {
        for (var number = random.Next(-4, 25); number > 0; number--)
        {
            var shift = rule is Shift fixedShift ? fixedShift.IdOn(AnyDate()) : new ShiftId(rule.Id, random.Next(random.Next(1, 100)));
            var giver = rule is Rotation rotation ? rotation.Keeper(shift.Turn) : rule.Officers[0];
            yield return new($"{rule.Id} swap {number}", shift, giver, Name(), Decided, random.Next(2) == 0 ? null : random.Next(3));
        }
    }

    private IReadOnlyList<string> Fallback() => [.. Names.Where(_ => random.Next(8) == 0)];

    private WeekHours Hours() => random.Next(5) == 0 ? WeekHours.Always : new((Weekdays)random.Next(1, 128), Time(), Time());

    /// <summary>Often about the hour that is skipped or comes twice.</summary>
    private LocalTime Time() =>
        random.Next(3) == 0 ? new LocalTime(random.Next(1, 4), 15 * random.Next(4)) : new LocalTime(random.Next(24), 30 * random.Next(2));

    private LocalDate AnyDate() => NewYear.PlusDays(random.Next(365));

    private Instant Wall(LocalDate date) => OsloTime.InstantAt(date, Time());

    private string Name() => Names[random.Next(Names.Length)];
}
