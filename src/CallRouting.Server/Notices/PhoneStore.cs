using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Notices;

/// <summary>A code on its way to a phone, as it is stored.</summary>
public sealed class PhoneCodeRow
{
    public string OfficerId { get; set; } = "";

    public string Number { get; set; } = "";

    public string Id { get; set; } = "";

    /// <summary>Sealed.</summary>
    public byte[] Code { get; set; } = [];

    public Instant MadeAt { get; set; }

    /// <summary>How often a wrong one was given.</summary>
    public int Tries { get; set; }
}

/// <summary>A phone that its officer has shown to be theirs.</summary>
public sealed class VerifiedPhoneRow
{
    public string OfficerId { get; set; } = "";

    public string Number { get; set; } = "";

    public Instant VerifiedAt { get; set; }
}

public sealed class PhoneStore
{
    private const string Codes = "select officer_id, number, id, code, made_at, tries from phone_codes ";

    private const string DropCode = "delete from phone_codes where officer_id = @officer and number = @number";

    private const string AddCode = """
        insert into phone_codes (officer_id, number, id, code, made_at, tries) values (@OfficerId, @Number, @Id, @Code, @MadeAt, @Tries)
        """;

    private const string WrongTry = "update phone_codes set tries = tries + 1 where id = @id";

    private const string Verified = "select officer_id, number, verified_at from verified_phones ";

    private const string DropVerified = "delete from verified_phones where officer_id = @officer and number = @number";

    private const string AddVerified = "insert into verified_phones (officer_id, number, verified_at) values (@officer, @number, @now)";

    public Task<PhoneCodeRow?> Code(string officer, string number, UnitOfWork unit) =>
        unit.Find<PhoneCodeRow>(Codes + "where officer_id = @officer and number = @number", new { officer, number });

    public Task<PhoneCodeRow?> Code(string id, UnitOfWork unit) => unit.Find<PhoneCodeRow>(Codes + "where id = @id", new { id });

    /// <summary>In the place of an earlier one: the last code alone counts.</summary>
    public async Task Put(PhoneCodeRow code, UnitOfWork unit)
    {
        await unit.Execute(DropCode, new { officer = code.OfficerId, number = code.Number });
        await unit.Execute(AddCode, code);
    }

    public Task WasWrong(PhoneCodeRow code, UnitOfWork unit) => unit.Execute(WrongTry, new { id = code.Id });

    public async Task Verify(string officer, string number, Instant now, UnitOfWork unit)
    {
        await unit.Execute(DropCode, new { officer, number });
        await unit.Execute(DropVerified, new { officer, number });
        await unit.Execute(
            AddVerified,
            new
            {
                officer,
                number,
                now,
            }
        );
    }

    public Task<IReadOnlyList<VerifiedPhoneRow>> Of(string officer, UnitOfWork unit) =>
        unit.Query<VerifiedPhoneRow>(Verified + "where officer_id = @officer order by number", new { officer });

    /// <summary>Every number that some officer has verified.</summary>
    public async Task<IReadOnlyList<string>> VerifiedNumbers(UnitOfWork unit) =>
        await unit.Query<string>("select distinct number from verified_phones order by number");
}
