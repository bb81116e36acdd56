using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>Reads a line's own ladder (varslingsstige).</summary>
internal static class PolicyReader
{
    private static readonly Dictionary<string, RungTarget> Targets = new()
    {
        ["primary"] = RungTarget.Primary,
        ["backup"] = RungTarget.Backup,
        ["third"] = RungTarget.Third,
        ["fourth"] = RungTarget.Fourth,
        ["fifth"] = RungTarget.Fifth,
        ["all"] = RungTarget.All,
        ["lead"] = RungTarget.Lead,
        ["fixed line"] = RungTarget.FixedLine,
        ["neighbour"] = RungTarget.Neighbour,
    };

    public static EscalationPolicy Read(RosterFields fields, UnitNumber unit, RosterReferences references)
    {
        var rungs = fields.Objects("rungs").Select(rung => Rung(rung, unit, references)).ToList();
        var policy = new EscalationPolicy(
            rungs,
            fields.Number("rounds", 1, 5),
            Duration.FromSeconds(fields.Number("budgetSeconds", 20, 600))
        );
        fields.NothingElse();
        if (rungs.Count == 0)
            fields.Fault("A ladder needs at least one rung.");

        return policy;
    }

    private static EscalationRung Rung(RosterFields fields, UnitNumber unit, RosterReferences references)
    {
        var rings = fields.Word("ring", Targets);
        var rung = new EscalationRung(
            rings,
            Duration.FromSeconds(fields.Number("seconds", 5, 60)),
            fields.Flag("together"),
            fields.Flag("ringAnyway"),
            rings == RungTarget.FixedLine ? fields.Phone("number") : null,
            rings == RungTarget.Neighbour ? new DutyLineId(fields.Id("line")) : null
        );
        fields.NothingElse();
        if (rung.NeighbourLine is { Value.Length: > 0 } neighbour)
            references.NamesNeighbour(unit, neighbour, fields.Spot);

        return rung;
    }
}
