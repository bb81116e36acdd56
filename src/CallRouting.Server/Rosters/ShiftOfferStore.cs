using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>Shifts that are offered. An offer is answered once: whoever is second is told.</summary>
public sealed class ShiftOfferStore
{
    private const string Open = "open";

    private const string OpenOfLine = """
        select   id, line_id, rule_id, turn, day, giver, asked, offered_by, offered_at
        from     shift_offers
        where    line_id = @line and state = @open
        order by offered_at, id
        """;

    private const string OpenOne = """
        select id, line_id, rule_id, turn, day, giver, asked, offered_by, offered_at
        from   shift_offers
        where  id = @id and line_id = @line and state = @open
        """;

    private const string AddOne = """
        insert into shift_offers (id, line_id, rule_id, turn, day, giver, asked, offered_by, offered_at, state, answered_by, answered_at)
        values (@Id, @LineId, @RuleId, @Turn, @Day, @Giver, @Asked, @OfferedBy, @OfferedAt, @State, null, null)
        """;

    private const string AnswerOne = """
        update shift_offers set state = @state, answered_by = @by, answered_at = @now where id = @id and state = @open
        """;

    public async Task<IReadOnlyList<ShiftOffer>> OpenOf(DutyLineId line, UnitOfWork unit) =>
        [.. (await unit.Query<ShiftOfferRow>(OpenOfLine, new { line = line.Value, open = Open })).Select(row => row.Offer())];

    /// <summary>Null when there is none, or it was answered.</summary>
    public async Task<ShiftOffer?> Find(DutyLineId line, string id, UnitOfWork unit) =>
        (
            await unit.Find<ShiftOfferRow>(
                OpenOne,
                new
                {
                    id,
                    line = line.Value,
                    open = Open,
                }
            )
        )?.Offer();

    public Task Add(DutyLineId line, ShiftOffer offer, UnitOfWork unit) => unit.Execute(AddOne, ShiftOfferRow.Of(line, offer, Open));

    /// <summary>False when somebody was first.</summary>
    /// <param name="state">taken, refused or withdrawn.</param>
    public async Task<bool> Answer(string id, string state, string by, Instant now, UnitOfWork unit) =>
        await unit.Execute(
            AnswerOne,
            new
            {
                id,
                state,
                by,
                now,
                open = Open,
            }
        ) == 1;
}

/// <summary>A shift that its keeper would like to be rid of.</summary>
/// <param name="Asked">Who is asked; null: all colleagues, and the first one takes it.</param>
public sealed record ShiftOffer(string Id, ShiftId Shift, int? Day, string Giver, string? Asked, Decided Offered);

internal sealed class ShiftOfferRow
{
    public string Id { get; set; } = "";

    public string LineId { get; set; } = "";

    public string RuleId { get; set; } = "";

    public int Turn { get; set; }

    public int? Day { get; set; }

    public string Giver { get; set; } = "";

    public string? Asked { get; set; }

    public string OfferedBy { get; set; } = "";

    public Instant OfferedAt { get; set; }

    public string State { get; set; } = "";

    public static ShiftOfferRow Of(DutyLineId line, ShiftOffer offer, string state) =>
        new()
        {
            Id = offer.Id,
            LineId = line.Value,
            RuleId = offer.Shift.Rule.ToString(),
            Turn = offer.Shift.Turn,
            Day = offer.Day,
            Giver = offer.Giver,
            Asked = offer.Asked,
            OfferedBy = offer.Offered.By,
            OfferedAt = offer.Offered.At,
            State = state,
        };

    public ShiftOffer Offer() => new(Id, new ShiftId(new RuleId(RuleId), Turn), Day, Giver, Asked, new Decided(OfferedBy, OfferedAt));
}
