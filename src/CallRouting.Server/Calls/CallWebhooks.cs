using System.Globalization;
using CallRouting.Core.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Calls;

/// <summary>
/// Where the phone provider asks and reports. No handler calls the provider: each stores what happened, and answers. The group
/// has already checked the signature and keeps the time limit.
/// </summary>
public static class CallWebhooks
{
    public static void MapPhone(this RouteGroupBuilder phone)
    {
        phone.MapPost("/self-check", () => TypedResults.NoContent());

        phone.MapDoor("/test-call", () => FallbackDocuments.Result(TwimlWriter.StayQuiet(20)));

        var asked = phone.MapGroup("").AddEndpointFilter(Counted);
        var control = asked.MapGroup("").AddEndpointFilter<LastResort>();
        control.MapDoor("/inbound", Arrive).WithMetadata(new NewCaller());
        control.MapDoor("/legs/{leg}/next", Next);
        control.MapDoor("/legs/{leg}/next/{step:long}", Silent);
        control.MapDoor("/legs/{leg}/keys/{step:long}", Pressed);
        control.MapDoor("/legs/{leg}/forwarded/{step:long}", Forwarded);
        control.MapDoor("/legs/{leg}/left/{step:long}", Left);
        control.MapDoor("/legs/{leg}/hold", Hold).WithMetadata(new PlaysInRoom(Again: true));
        control.MapDoor("/legs/{leg}/wait", Wait).WithMetadata(new PlaysInRoom(Again: true));
        control.MapDoor("/room-keys/{action}", PressKeys).WithMetadata(new PlaysInRoom(Again: false));

        var reports = asked.MapGroup("").AddEndpointFilter<ReportsAreHints>();
        reports.MapDoor("/inbound/status", InboundStatus);
        reports.MapDoor("/legs/{leg}/status", LegStatus);
        reports.MapDoor("/rooms/{room}/status", RoomStatus);
    }

    // One for all doors and requests; the framework would make one for each.
    private static ValueTask<object?> Counted(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<BackPressure>().InvokeAsync(context, next);

    // We ask for POST everywhere; a number that somebody set up with GET, whose fields come in the address, loses no caller.
    private static RouteHandlerBuilder MapDoor(this RouteGroupBuilder group, string path, Delegate answer) =>
        group.MapMethods(path, [HttpMethods.Post, HttpMethods.Get], answer);

    private static async Task<IResult> Arrive(
        HttpRequest request,
        Arrivals arrivals,
        FallbackDocuments documents,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        return form["CallSid"] is [{ Length: > 0 } sid]
            ? await Document(writes, worker, unit => arrivals.Answer(sid, form["From"], form["To"].ToString(), unit), cancel)
            : FallbackDocuments.Result(documents.Apology());
    }

    private static async Task<IResult> Next(
        string leg,
        HttpRequest request,
        LegRunner legs,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var sid = Some(await request.ReadFormAsync(cancel), "CallSid");
        return await Document(writes, worker, unit => legs.Next(leg, unit, sid), cancel);
    }

    private static async Task<IResult> Silent(
        string leg,
        long step,
        HttpRequest request,
        LegRunner legs,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var sid = Some(await request.ReadFormAsync(cancel), "CallSid");
        return await Document(writes, worker, unit => legs.Hear(leg, step, "", unit, sid), cancel);
    }

    private static async Task<IResult> Pressed(
        string leg,
        long step,
        HttpRequest request,
        LegRunner legs,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        var (keys, sid) = (form["Digits"].ToString(), Some(form, "CallSid"));
        return await Document(writes, worker, unit => legs.Hear(leg, step, keys, unit, sid), cancel);
    }

    private static async Task<IResult> Forwarded(
        string leg,
        long step,
        HttpRequest request,
        LegRunner legs,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        var (answered, sid) = (form["DialCallStatus"] == "completed", Some(form, "CallSid"));
        return await Document(writes, worker, unit => legs.Forwarded(leg, step, answered, unit, sid), cancel);
    }

    // Asked after a hang-up too, when nobody listens any more (contract §2.5): that is no key.
    private static async Task<IResult> Left(
        string leg,
        long step,
        HttpRequest request,
        LegRunner legs,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        var (hungUp, sid) = (Status(form) is { Ending: not null }, Some(form, "CallSid"));
        return await Document(
            writes,
            worker,
            unit => hungUp ? legs.Next(leg, unit) : legs.Hear(leg, step, LegRunner.Star, unit, sid),
            cancel
        );
    }

    private static async Task<IResult> Hold(string leg, RoomSounds sounds, Writes writes, PhoneUrls urls, CancellationToken cancel) =>
        Loop(await writes.Commit(unit => sounds.OnHold(leg, unit), cancel), urls.Hold(leg));

    private static async Task<IResult> Wait(string leg, RoomSounds sounds, Writes writes, PhoneUrls urls, CancellationToken cancel) =>
        Loop(await writes.Commit(unit => sounds.Alone(leg, unit), cancel), urls.Wait(leg));

    private static async Task<IResult> PressKeys(string action, ActionStore actions, Reads reads, Seal seal, CancellationToken cancel)
    {
        var keys = await reads.Ask(unit => actions.RoomKeys(action, unit), cancel);
        return TypedResults.Content(TwimlWriter.PressKeys(keys is null ? null : seal.Open(keys)), TwimlWriter.ContentType);
    }

    // The number's own callback knows the call by its SID only.
    private static Task<IResult> InboundStatus(
        HttpRequest request,
        LegStore legs,
        LegEvents events,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) => StatusOf(request, (status, unit) => legs.FindBySid(status.Sid, unit), events, writes, worker, cancel);

    private static Task<IResult> LegStatus(
        string leg,
        HttpRequest request,
        LegStore legs,
        LegEvents events,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    ) => StatusOf(request, (_, unit) => legs.Find(leg, unit), events, writes, worker, cancel);

    private static async Task<IResult> StatusOf(
        HttpRequest request,
        Func<CallStatus, UnitOfWork, Task<Leg?>> find,
        LegEvents events,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var status = Status(await request.ReadFormAsync(cancel));
        return await Report(
            writes,
            worker,
            async unit =>
            {
                if (status is not null && await find(status, unit) is { } leg)
                {
                    await events.Report(leg, status, unit);
                }
            },
            cancel
        );
    }

    private static async Task<IResult> RoomStatus(
        string room,
        HttpRequest request,
        RoomEvents events,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        var happened = new RoomEvent(
            room,
            Some(form, "ConferenceSid"),
            Some(form, "CallSid"),
            form["StatusCallbackEvent"].ToString(),
            long.TryParse(form["SequenceNumber"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null
        );
        return await Report(writes, worker, unit => events.Report(happened, unit), cancel);
    }

    private static async Task<IResult> Document(
        Writes writes,
        Worker worker,
        Func<UnitOfWork, Task<string?>> answer,
        CancellationToken cancel
    )
    {
        var document = await writes.Commit(answer, cancel);
        worker.Nudge();
        return document is null
            ? TypedResults.Content(TwimlWriter.HangUp, TwimlWriter.ContentType)
            : TypedResults.Content(document, TwimlWriter.ContentType);
    }

    // Nothing steers a call by the answer to a report; an empty 200 would be taken for a broken document (contract §3.3).
    private static async Task<IResult> Report(Writes writes, Worker worker, Func<UnitOfWork, Task> note, CancellationToken cancel)
    {
        await writes.Commit(note, cancel);
        worker.Nudge();
        return TypedResults.NoContent();
    }

    private static ContentHttpResult Loop(Core.Menus.Spoken? speech, string again) =>
        TypedResults.Content(
            speech is null ? TwimlWriter.Quiet(again) : TwimlWriter.WriteLoop(speech, RoomSounds.Pause, again),
            TwimlWriter.ContentType
        );

    private static CallStatus? Status(IFormCollection form) =>
        Some(form, "CallSid") is { } sid ? CallStatus.Of(sid, Some(form, "CallStatus"), Some(form, "SipResponseCode")) : null;

    private static string? Some(IFormCollection form, string name) => form[name] is [{ Length: > 0 } value] ? value : null;
}
