using CallRouting.Core.Calls;

namespace CallRouting.Scenarios.Day;

/// <summary>One caller, as the day's mix makes them.</summary>
/// <param name="KnowsPostcode">Otherwise #, and an agent finds out.</param>
/// <param name="FirstTry">The postcode keyed in first: a wrong one now and then.</param>
/// <param name="Office">Where the caller belongs.</param>
/// <param name="District">Which of the districts that are read out; null: does not know.</param>
/// <param name="RatherRung">Presses 5 in the queue when the offer is heard first.</param>
/// <param name="Patience">In the queue, and again while a ladder rings.</param>
public sealed record Traits(
    bool Urgent,
    Language Language,
    bool Interpreter,
    bool Withheld,
    bool GivesNumber,
    bool KnowsPostcode,
    string Postcode,
    string FirstTry,
    string Office,
    int? District,
    bool RatherRung,
    bool LeavesMenu,
    TimeSpan Patience,
    TimeSpan LadderPatience,
    TimeSpan Talk,
    bool Helped
)
{
    /// <summary>The number that is dialled.</summary>
    public string Dials { get; init; } = Population.National;

    /// <summary>Hangs up in the middle of the prompt that is heard as this one, counted from 1; null: only when there is a reason.</summary>
    public int? LeavesAt { get; init; }

    /// <summary>Answers when we ring back so often, of one.</summary>
    public double Reached { get; init; } = 0.6;
}

/// <summary>
/// Who calls. Shares of the demo's profile: urgent 12 %, interpreter 8 %, English 10 %, nynorsk 12 %, withheld 6 %, wrong postcode first 7 %,
/// postcode unknown 9 %; patience's median 150 s; an officer's talk of median 5.5 minutes, nine in ten within 14. Our own assumptions: 15 %
/// would rather be rung, 2 % leave the menu, three in five know their district, nine in ten with a hidden number give one.
/// </summary>
public sealed class Mix(Country country, Draws draws)
{
    private const double TalkSpread = 0.73;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Talk = TimeSpan.FromMinutes(5.5);

    public Traits Next()
    {
        var postcode = country.AnyPostcode(draws);
        return new(
            Urgent: draws.Chance(0.12),
            Language: draws.Share() switch
            {
                < 0.10 => Language.English,
                < 0.22 => Language.Nynorsk,
                _ => Language.Bokmal,
            },
            Interpreter: draws.Chance(0.08),
            Withheld: draws.Chance(0.06),
            GivesNumber: draws.Chance(0.9),
            KnowsPostcode: !draws.Chance(0.09),
            Postcode: postcode,
            FirstTry: draws.Chance(0.07) ? country.AnyPostcode(draws) : postcode,
            Office: country.OfficeAt(postcode, draws),
            District: draws.Chance(0.6) ? draws.Below(4) : null,
            RatherRung: draws.Chance(0.15),
            LeavesMenu: draws.Chance(0.02),
            Patience: draws.Exponential(Patience),
            LadderPatience: draws.Exponential(Patience),
            Talk: draws.Lognormal(Talk, TalkSpread),
            Helped: draws.Chance(0.8)
        );
    }
}
