using CallRouting.Scenarios.Day;

namespace CallRouting.Scenarios.Simulation;

/// <summary>
/// Who lives in a world: a part of the country with offices staffed well and badly, its agents, and callers by the shares of the demo's profile
/// (<see cref="Mix"/>). Our own assumptions on top: a third dial the number on an office's door, one in eight hangs up in the middle of
/// something, and talks are five times shorter than in the profile, because nothing happens in them that a longer one would show.
/// </summary>
public sealed class Crowd
{
    public const double Pace = 5;

    private const int Offices = 40;
    private readonly Draws draws;
    private readonly Mix mix;

    public Crowd(int seed)
    {
        draws = new Draws(seed);
        Country = new Country(Offices, draws, Staffed);
        mix = new Mix(Country, draws);
    }

    public Country Country { get; }

    /// <summary>The next caller.</summary>
    public Traits Next()
    {
        var traits = mix.Next();
        return traits with
        {
            Dials = draws.Chance(1.0 / 3) ? Population.DoorOf(draws.Of(Country.Offices).Unit) : Population.National,
            LeavesAt = draws.Chance(0.125) ? 1 + draws.Below(14) : null,
            Talk = traits.Talk / Pace,
        };
    }

    private StaffedOffice Staffed(string unit, string name)
    {
        var (primary, backup, lead) = ($"{unit} primary", $"{unit} backup", $"{unit} lead");
        return draws.Share() switch
        {
            < 0.70 => new(unit, name, primary, backup, lead),
            < 0.82 => new(unit, name, primary, backup, lead, Together: true),
            < 0.92 => new(unit, name, primary, Lead: lead),
            < 0.96 => new(unit, name, Primary: null, Lead: lead),
            _ => new(unit, name, Primary: null),
        };
    }
}
