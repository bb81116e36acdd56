using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;

namespace CallRouting.Server.Rosters;

/// <summary>What one place of a roster file says of another: keys that stand twice, lines that do not exist, shared phones.</summary>
internal sealed class RosterReferences(RosterFaults faults)
{
    private readonly Dictionary<(string Kind, string Key), int> seen = [];
    private readonly Dictionary<DutyLineId, UnitNumber> lines = [];
    private readonly List<(JsonSpot Spot, UnitNumber Unit, DutyLineId Neighbour)> neighbours = [];
    private readonly Dictionary<PhoneNumber, UnitNumber> phones = [];
    private readonly Dictionary<string, UnitNumber> officers = [];
    private readonly HashSet<(string Agreement, UnitNumber Unit)> agreements = [];
    private readonly List<(JsonSpot Spot, string Officer, string Agreement)> keepers = [];

    /// <summary>A key of its kind, which may stand once in the file.</summary>
    public void Once(string kind, string key, JsonSpot spot)
    {
        if (key.Length > 0 && !seen.TryAdd((kind, key), spot.Line))
            faults.Add(spot, $"The {kind} {key} stands on line {seen[(kind, key)]} already. Each may stand once.");
    }

    public void HasLine(DutyLine line)
    {
        lines.TryAdd(line.Id, line.Unit);
        if (line.Agreement is { } agreement)
            agreements.Add((agreement, line.Unit));
    }

    public void HasOfficer(string officer, UnitNumber unit) => officers.TryAdd(officer, unit);

    public void NamesOfficer(string officer, string agreement, JsonSpot spot) => keepers.Add((spot, officer, agreement));

    public void NamesNeighbour(UnitNumber unit, DutyLineId neighbour, JsonSpot spot) => neighbours.Add((spot, unit, neighbour));

    /// <summary>One phone on duty for two offices is allowed, but the second office is rung only when the first does not need it.</summary>
    public void HasPhone(PhoneNumber phone, UnitNumber unit, JsonSpot spot)
    {
        if (phone != default && !phones.TryAdd(phone, unit) && phones[phone] != unit)
            faults.Warn(
                spot,
                $"{phone.Display} is a phone of office {phones[phone]} too. While one office's call rings there, the other's does not."
            );
    }

    /// <summary>Asked last, when every line has been read: a neighbour, or its people, may stand later in the file.</summary>
    public void Settle()
    {
        foreach (var (spot, unit, neighbour) in neighbours)
        {
            if (!lines.TryGetValue(neighbour, out var owner))
                faults.Add(spot, $"There is no line {neighbour}. A neighbour is the id of another office's line.");
            else if (owner == unit)
                faults.Add(spot, $"{neighbour} is a line of office {unit} itself. A neighbour is the id of another office's line.");
        }

        foreach (var (spot, officer, agreement) in keepers)
            if (!officers.TryGetValue(officer, out var unit) || !agreements.Contains((agreement, unit)))
                faults.Add(spot, $"There is no \"{officer}\" in any office that has a line by the agreement \"{agreement}\".");
    }
}
