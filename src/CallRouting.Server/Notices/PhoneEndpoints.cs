using System.Security.Claims;
using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Health;
using CallRouting.Server.Live;
using CallRouting.Server.Menus;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Extensions;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<System.Collections.Generic.IReadOnlyList<CallRouting.Server.Notices.PhoneAnswer>>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Notices;

/// <summary>An officer's phones, and how one is shown to be theirs. Numbers stand in bodies, never in addresses.</summary>
public static class PhoneEndpoints
{
    public static void MapPhones(this RouteGroupBuilder api)
    {
        api.MapGet("/officers/{officer}/phones", Phones);
        api.MapPost("/officers/{officer}/phones/codes", SendCode);
        api.MapPost("/officers/{officer}/phones/verifications", Verify);
    }

    private static Task<Answer> Phones(string officer, ClaimsPrincipal user, OfficerDoor door, Reads reads, CancellationToken cancel) =>
        reads.Ask(unit => door.Through(officer, Who.Of(user), _ => door.Phones(officer, unit), unit), cancel);

    /// <summary>A code goes to the phone: by SMS, or read to whoever answers.</summary>
    private static async Task<Answer> SendCode(
        string officer,
        CodeRequest request,
        ClaimsPrincipal user,
        OfficerDoor door,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) =>
        await writes
            .Commit(unit => door.Through(officer, Who.Of(user), found => door.SendCode(found, request, unit), unit), cancel)
            .Nudging(worker);

    /// <summary>The code that came to the phone.</summary>
    private static Task<Answer> Verify(
        string officer,
        VerifyRequest request,
        ClaimsPrincipal user,
        OfficerDoor door,
        Writes writes,
        CancellationToken cancel
    ) => writes.Commit(unit => door.Through(officer, Who.Of(user), found => door.Verify(found, request, Who.Of(user), unit), unit), cancel);
}

/// <summary>Finds the officer that somebody names and sees that it is theirs, and does what is asked of a phone.</summary>
public sealed class OfficerDoor(
    RosterStore rosters,
    PhoneStore phones,
    PhoneCodes codes,
    MorningCheckStore checks,
    MenuRunner menus,
    Timeline timeline,
    TimeProvider clock
)
{
    private const string Voice = "voice";
    private const string Sms = "sms";

    public async Task<Answer> Through(string id, Who who, Func<(UnitNumber Office, Officer Officer), Task<Answer>> act, UnitOfWork unit) =>
        await rosters.Officer(id, unit) is { } found && who.MayAct(found.Office.Value)
            ? await act(found)
            : Problems.NotFound("officer", $"officer {id} of yours", "GET /api/lines/{line}/roster names them.");

    public async Task<Answer> Phones(string officer, UnitOfWork unit)
    {
        var verified = (await phones.Of(officer, unit)).ToDictionary(row => row.Number, row => row.VerifiedAt);
        var proven = await checks.ProvenPhones(unit);
        var own = (await rosters.Officer(officer, unit))!.Value.Officer.Phones;
        return TypedResults.Ok<IReadOnlyList<PhoneAnswer>>([
            .. own.Select(
                (phone, i) =>
                    new PhoneAnswer(
                        i + 1,
                        phone.Display,
                        verified.TryGetValue(phone.E164, out var at) ? at.ToDateTimeOffset() : null,
                        proven.Contains(phone.E164)
                    )
            ),
        ]);
    }

    public async Task<Answer> SendCode((UnitNumber Office, Officer Officer) found, CodeRequest request, UnitOfWork unit)
    {
        if (request.By is not (Voice or Sms))
        {
            return Problems.BadInput("by", $"\"{request.By}\" is unknown.", "A code goes by sms or by voice.");
        }
        var (phone, refused) = await Own(found.Officer, request.Number, unit);
        if (phone is not { } number)
        {
            return refused!;
        }
        return await codes.Send(found.Officer, number, request.By == Voice, unit)
            ? await Phones(found.Officer.Id, unit)
            : Problems.Conflict("A code was sent within the last minute, or the phone is in a call of ours. Try again in a minute.");
    }

    public async Task<Answer> Verify((UnitNumber Office, Officer Officer) found, VerifyRequest request, Who who, UnitOfWork unit)
    {
        var (phone, refused) = await Own(found.Officer, request.Number, unit);
        if (phone is not { } number)
        {
            return refused!;
        }
        switch (await codes.Check(found.Officer, number, request.Code ?? "", unit))
        {
            case CodeCheck.Wrong:
                return Problems.BadInput(
                    "code",
                    "It is not the code that was sent.",
                    "Six digits; after five wrong ones another is needed."
                );
            case CodeCheck.NoCode:
                return Problems.Conflict("No code is waiting for this phone: it lasts ten minutes and five tries. Ask for another.");
            default:
                await timeline.Tell(
                    [new Told(NoticeStories.PhoneVerified, who.Name, found.Officer.Name)],
                    new Subject(Unit: found.Office.Value),
                    clock.GetUtcNow().ToInstant(),
                    unit
                );
                return await Phones(found.Officer.Id, unit);
        }
    }

    // By the number plan first, so that a number which may never be rung is refused for that.
    private async Task<(PhoneNumber? Phone, Answer? Refused)> Own(Officer officer, string? text, UnitOfWork unit)
    {
        var answer = (await menus.Plan(unit, text)).DutyNumber(text);
        if (!answer.IsAllowed)
        {
            return (null, Problems.BadInput("number", answer.Sentence, ""));
        }
        return officer.Phones.Contains(answer.Number.Value)
            ? (answer.Number, null)
            : (
                null,
                Problems.BadInput(
                    "number",
                    $"{answer.Number.Value.Display} is no phone of {officer.Name}.",
                    "The roster file names an officer's phones."
                )
            );
    }
}

/// <param name="Number">As it is printed, or E.164.</param>
/// <param name="By">sms or voice.</param>
public sealed record CodeRequest(string? Number, string? By);

/// <param name="Code">Six digits.</param>
public sealed record VerifyRequest(string? Number, string? Code);

/// <param name="Position">In the order in which they are rung, from 1.</param>
/// <param name="VerifiedAt">When its code was given; null: it has not been.</param>
/// <param name="HasAcceptedACall">A call was accepted on it, which counts as much.</param>
public sealed record PhoneAnswer(int Position, string Number, DateTimeOffset? VerifiedAt, bool HasAcceptedACall);
