using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Rosters;

/// <summary>"Can anybody take my shift?": offered to one colleague or to all, and taken by one, which is a swap like any other.</summary>
public sealed class ShiftOffers(RosterStore rosters, ShiftOfferStore offers, DutyChanges changes, Ids ids, TimeProvider clock)
{
    private static readonly Duration Ahead = Duration.FromDays(93);

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Those that are still somebody's to take: not over, and their giver's.</summary>
    public async Task<IReadOnlyList<ShiftOfferAnswer>> Open(DutyLine line, UnitOfWork unit)
    {
        var duties = await Duties(line, unit);
        var names = (await rosters.OfficersOf(line, unit)).ToDictionary(officer => officer.Id, officer => officer.Name);
        var open = await offers.OpenOf(line.Id, unit);
        return
        [
            .. open.SelectMany(offer =>
                duties.Where(duty => Is(duty, offer)).Take(1).Select(duty => ShiftOfferAnswer.Of(offer, duty, names))
            ),
        ];
    }

    public async Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Offer(DutyLine line, ShiftOfferRequest asked, Who who, UnitOfWork unit)
    {
        if (DutyChanges.ShiftOf(asked.Shift) is not { } shift)
        {
            return DutyChanges.NoShift(asked.Shift);
        }
        var giver = asked.Giver ?? who.Person?.Id ?? "";
        if (who.Role == Roles.Officer && who.Person?.Id != giver)
        {
            return Problems.Conflict("Officers offer their own shifts; a lead offers anybody's.");
        }
        var offer = new ShiftOffer(ids.Next(), shift, asked.Day, giver, asked.Asked, new Decided(who.Name, Now));
        if (!(await Duties(line, unit)).Any(duty => Is(duty, offer)))
        {
            return Problems.Conflict($"Shift {shift} is not {giver}'s in the next {Ahead.Days} days.");
        }
        if (asked.Asked is { } one && (one == giver || (await rosters.OfficersOf(line, unit)).All(officer => officer.Id != one)))
        {
            return Problems.BadInput("asked", $"{one} cannot take it.", "Another officer of the office, or nobody: then all are asked.");
        }
        await offers.Add(line.Id, offer, unit);
        return TypedResults.Ok(new DecidedAnswer(offer.Id));
    }

    /// <summary>Taken by whoever asks; a lead may say who.</summary>
    public async Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Take(DutyLine line, string id, string? taker, Who who, UnitOfWork unit)
    {
        if (await offers.Find(line.Id, id, unit) is not { } offer)
        {
            return Missing(line, id);
        }
        var by = who.Role == Roles.Officer ? who.Person?.Id : taker ?? who.Person?.Id;
        if (by is null || (offer.Asked is { } asked && asked != by))
        {
            return Problems.Conflict($"Offer {id} is for {offer.Asked ?? "an officer of the office"} to take.");
        }
        var swap = new SwapRequest(offer.Shift.ToString(), offer.Giver, by, offer.Day);
        var swapped = await changes.Swap(line, swap, who, unit);
        if (swapped.Result is not Ok<DecidedAnswer>)
        {
            return swapped;
        }
        return await offers.Answer(id, "taken", by, Now, unit) ? swapped : Missing(line, id);
    }

    /// <summary>Refused by whom it was asked of, or withdrawn by the giver; a lead may do both.</summary>
    public async Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> End(DutyLine line, string id, bool refused, Who who, UnitOfWork unit)
    {
        if (await offers.Find(line.Id, id, unit) is not { } offer)
        {
            return Missing(line, id);
        }
        if (who.Role == Roles.Officer && who.Person?.Id != (refused ? offer.Asked : offer.Giver))
        {
            return Problems.Conflict(refused ? $"Offer {id} was not asked of you." : $"Offer {id} is not yours to withdraw.");
        }
        return await offers.Answer(id, refused ? "refused" : "withdrawn", who.Name, Now, unit)
            ? TypedResults.Ok(new DecidedAnswer(id))
            : Missing(line, id);
    }

    private async Task<IReadOnlyList<OfficerDuty>> Duties(DutyLine line, UnitOfWork unit) =>
        OfficerDuties.Of(await rosters.Published(line, unit), new(Now, Now + Ahead));

    private static bool Is(OfficerDuty duty, ShiftOffer offer) => duty.OfficerId == offer.Giver && duty.Why.Shift == offer.Shift;

    private static ProblemHttpResult Missing(DutyLine line, string id) =>
        Problems.NotFound("offer", $"open offer {id} on line {line.Id}", "It may have been taken, refused or withdrawn.");
}

/// <param name="Shift">As a roster's answer names it, <c>rule/turn</c>.</param>
/// <param name="Day">Only this day of the turn, from 0; left out: the whole shift.</param>
/// <param name="Giver">Left out: who asks.</param>
/// <param name="Asked">A colleague; left out: all.</param>
public sealed record ShiftOfferRequest(string? Shift, int? Day, string? Giver, string? Asked);

/// <param name="Taker">For a lead, who takes it; an officer takes it themselves.</param>
public sealed record TakeOfferRequest(string? Taker);

/// <param name="From">Of the duty as it stands now, from now on.</param>
/// <param name="Asked">Null: whoever comes first.</param>
public sealed record ShiftOfferAnswer(
    string Id,
    string Role,
    DateTimeOffset From,
    DateTimeOffset To,
    ColleagueAnswer Giver,
    ColleagueAnswer? Asked,
    int? Day
)
{
    public static ShiftOfferAnswer Of(ShiftOffer offer, OfficerDuty duty, IReadOnlyDictionary<string, string> names) =>
        new(
            offer.Id,
            duty.Role.ToString(),
            duty.From.ToDateTimeOffset(),
            duty.To.ToDateTimeOffset(),
            Named(offer.Giver, names),
            offer.Asked is { } asked ? Named(asked, names) : null,
            offer.Day
        );

    private static ColleagueAnswer Named(string id, IReadOnlyDictionary<string, string> names) => new(id, names.GetValueOrDefault(id, id));
}
