using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Health;
using CallRouting.Server.Live;
using CallRouting.Server.Menus;
using CallRouting.Server.Rosters;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>A call comes in: the number that was called leads to a flow and an entry, and the call begins there.</summary>
public sealed class Arrivals(
    CallStore calls,
    LegStore legs,
    NumberStore numbers,
    FlowLibrary flows,
    MenuRunner menus,
    CallRunner runner,
    LegRunner answers,
    Timeline timeline,
    MorningCheckStore checks,
    IOptions<ProviderOptions> provider,
    Seal seal,
    Ids ids,
    TimeProvider clock
)
{
    /// <summary>The first document of a call; the same again for a call that has arrived already.</summary>
    public async Task<string?> Answer(string sid, string? from, string to, UnitOfWork unit)
    {
        if (await legs.FindBySid(sid, unit) is { } known)
        {
            return await answers.Next(known.Id, unit);
        }
        if (await numbers.InboundNumber(new PhoneNumber(to), unit) is not { } inbound)
        {
            return TwimlWriter.SayAndHangUp(
                flows.Any.Say(Prompts.NumberNotInUse, Language.Bokmal, new SpokenFacts { NumberShown = MenuRunner.NumberShown })
            );
        }
        var call = await Begin(sid, from, inbound, clock.GetUtcNow().ToInstant(), unit);
        var leg = await AddLeg(call, unit);
        await Recognise(call, from, unit);
        await runner.EnterMenu(call, inbound.Entry, unit);
        return await answers.Next(leg.Id, unit);
    }

    /// <summary>A call that we could not take, written down as one that has ended; null where the number that it called is not ours.</summary>
    public async Task<CallRow?> NeverCameIn(Mishap mishap, UnitOfWork unit)
    {
        if (await numbers.InboundNumber(new PhoneNumber(mishap.To), unit) is not { } inbound)
        {
            return null;
        }
        var call = await Begin(mishap.Sid, seal.Open(mishap.Caller), inbound, mishap.At, unit);
        call.State = nameof(CallState.Ended);
        call.EndedAt = mishap.At;
        call.EndedBecause = mishap.Story;
        await calls.Save(call, unit);
        return call;
    }

    // From our own number to our own: the morning check's test call, while there is one; at other times a switchboard's diversion.
    private async Task Recognise(CallRow call, string? from, UnitOfWork unit)
    {
        if (from == provider.Value.OwnNumber && await checks.Takes(call.Id, call.StartedAt, unit))
        {
            await timeline.Tell([new Told(MorningStories.TestCall)], new Subject(call.Id), call.StartedAt, unit);
        }
    }

    private async Task<CallRow> Begin(string sid, string? from, InboundNumber inbound, Instant now, UnitOfWork unit)
    {
        var number = CallerNumber.FromProvider(from, await menus.Plan(unit, from)).Reveal()?.E164;
        var call = new CallRow
        {
            Id = ids.Next(),
            Sid = sid,
            NumberCalled = inbound.Number.E164,
            Caller = number is null ? null : seal.Close(number),
            CallerHash = number is null ? null : seal.HashOf(number),
            FlowHash = await flows.Keep(flows.Named(inbound.Flow), now, unit),
            State = nameof(CallState.InMenu),
            StartedAt = now,
        };
        menus.Keep(call, new MenuVisit());
        await calls.Add(call, unit);
        await timeline.Tell(
            [new Told(CallStories.Arrived, Detail: inbound.Name)],
            new Subject(call.Id, Unit: inbound.Unit?.Value),
            now,
            unit
        );
        return call;
    }

    private async Task<Leg> AddLeg(CallRow call, UnitOfWork unit)
    {
        var leg = new Leg
        {
            Id = ids.Next(),
            CallId = call.Id,
            Role = LegRoles.Caller,
            Sid = call.Sid,
            Step = 1,
            Rank = CallStatus.InProgress,
            CreatedAt = call.StartedAt,
        };
        await legs.Add(leg, unit);
        return leg;
    }
}
