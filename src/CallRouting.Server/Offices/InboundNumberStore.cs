using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Server.Database;

namespace CallRouting.Server.Offices;

/// <summary>The numbers that callers dial and that are ours: each leads to a flow, and some stand for one office.</summary>
public sealed class InboundNumberStore
{
    private const string One = "select number, name, flow, entry, unit_number from inbound_numbers where number = @number";

    private const string Every = "select number, name, flow, entry, unit_number from inbound_numbers order by number";

    private const string Insert = """
        insert into inbound_numbers (number, name, flow, entry, unit_number)
        values (@Number, @Name, @Flow, @Entry, @UnitNumber)
        """;

    /// <summary>The number, or null for one that is not ours.</summary>
    public async Task<InboundNumber?> Find(PhoneNumber number, UnitOfWork unit) =>
        (await unit.Find<Row>(One, new { number = number.E164 }))?.ToInboundNumber();

    public async Task<IReadOnlyList<InboundNumber>> All(UnitOfWork unit) =>
        [.. (await unit.Query<Row>(Every)).Select(row => row.ToInboundNumber())];

    public async Task Replace(IReadOnlyList<InboundNumber> numbers, UnitOfWork unit)
    {
        await unit.Execute("delete from inbound_numbers");
        await unit.Execute(Insert, numbers.Select(Row.Of));
    }

    private sealed class Row
    {
        public string Number { get; set; } = "";
        public string Name { get; set; } = "";
        public string Flow { get; set; } = "";
        public string Entry { get; set; } = "";
        public string? UnitNumber { get; set; }

        public InboundNumber ToInboundNumber() =>
            new(new PhoneNumber(Number), Name, Flow, Entry, UnitNumber is null ? null : new UnitNumber(UnitNumber));

        public static Row Of(InboundNumber inbound) =>
            new()
            {
                Number = inbound.Number.E164,
                Name = inbound.Name,
                Flow = inbound.Flow,
                Entry = inbound.Entry,
                UnitNumber = inbound.Unit?.Value,
            };
    }
}
