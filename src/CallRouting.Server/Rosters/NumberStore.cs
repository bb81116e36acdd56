using CallRouting.Core.Calls;
using CallRouting.Server.Database;

namespace CallRouting.Server.Rosters;

/// <summary>The numbers that callers dial, and those of the municipalities' on-call services.</summary>
public sealed class NumberStore
{
    private const string Inbound = "select number, name, flow, entry, unit_number from inbound_numbers ";

    private const string Ours = "select number from inbound_numbers where number in (@first, @second, @third)";

    private const string Emergency = "select number from emergency_numbers where municipality_number = @municipalityNumber";

    private const string EveryEmergency = "select municipality_number, number from emergency_numbers";

    public async Task<IReadOnlyList<InboundNumber>> InboundNumbers(UnitOfWork unit) =>
        [.. (await unit.Query<InboundNumberRow>(Inbound + "order by position")).Select(row => row.Inbound())];

    /// <summary>What a number that was called stands for, or null: it is not ours.</summary>
    public async Task<InboundNumber?> InboundNumber(PhoneNumber number, UnitOfWork unit) =>
        (await unit.Find<InboundNumberRow>(Inbound + "where number = @number", new { number = number.E164 }))?.Inbound();

    /// <summary>Which of at most three numbers are ours.</summary>
    public async Task<IReadOnlyList<PhoneNumber>> OursAmong(IReadOnlyList<string> asked, UnitOfWork unit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(asked.Count, 3);
        var parts = new
        {
            first = asked.ElementAtOrDefault(0),
            second = asked.ElementAtOrDefault(1),
            third = asked.ElementAtOrDefault(2),
        };
        return asked.Count == 0 ? [] : [.. (await unit.Query<string>(Ours, parts)).Select(number => new PhoneNumber(number))];
    }

    /// <summary>The on-call service for urgent social needs, or null: the municipality has none.</summary>
    public async Task<PhoneNumber?> EmergencyNumberOf(string municipalityNumber, UnitOfWork unit) =>
        await unit.Find<string>(Emergency, new { municipalityNumber }) is { } number ? new PhoneNumber(number) : null;

    /// <summary>All of them, by municipality number.</summary>
    public async Task<IReadOnlyDictionary<string, PhoneNumber>> EmergencyNumbers(UnitOfWork unit) =>
        (await unit.Query<(string Municipality, string Number)>(EveryEmergency)).ToDictionary(
            row => row.Municipality,
            row => new PhoneNumber(row.Number)
        );
}
