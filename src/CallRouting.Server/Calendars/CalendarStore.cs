using CallRouting.Core.Offices;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Calendars;

/// <summary>The secret addresses that calendars are read at.</summary>
public sealed class CalendarStore
{
    private const string Any = "select id, unit_number, officer_id, made_by, made_at from calendar_addresses ";

    private const string BySecret = Any + "where secret_hash = @hash and withdrawn_at is null";

    private const string ById = Any + "where id = @id and unit_number = @office and withdrawn_at is null";

    private const string OfUnit = Any + "where unit_number = @office and withdrawn_at is null order by made_at, id";

    private const string AddAddress = """
        insert into calendar_addresses (id, secret_hash, unit_number, officer_id, made_by, made_at, withdrawn_at)
        values (@Id, @hash, @UnitNumber, @OfficerId, @MadeBy, @MadeAt, null)
        """;

    private const string WithdrawAddress = "update calendar_addresses set withdrawn_at = @now where id = @id and withdrawn_at is null";

    /// <summary>Null for a secret that opens nothing, or nothing any more.</summary>
    public Task<CalendarAddressRow?> Find(string secret, UnitOfWork unit) =>
        unit.Find<CalendarAddressRow>(BySecret, new { hash = CalendarSecret.Hash(secret) });

    public Task<CalendarAddressRow?> Find(UnitNumber office, string id, UnitOfWork unit) =>
        unit.Find<CalendarAddressRow>(ById, new { id, office = office.Value });

    public Task<IReadOnlyList<CalendarAddressRow>> Of(UnitNumber office, UnitOfWork unit) =>
        unit.Query<CalendarAddressRow>(OfUnit, new { office = office.Value });

    public Task Add(CalendarAddressRow address, string secret, UnitOfWork unit) =>
        unit.Execute(
            AddAddress,
            new
            {
                address.Id,
                hash = CalendarSecret.Hash(secret),
                address.UnitNumber,
                address.OfficerId,
                address.MadeBy,
                address.MadeAt,
            }
        );

    public Task Withdraw(string id, Instant now, UnitOfWork unit) => unit.Execute(WithdrawAddress, new { id, now });
}

public sealed class CalendarAddressRow
{
    public string Id { get; set; } = "";

    public string UnitNumber { get; set; } = "";

    /// <summary>Null: of the whole office.</summary>
    public string? OfficerId { get; set; }

    public string MadeBy { get; set; } = "";

    public Instant MadeAt { get; set; }
}
