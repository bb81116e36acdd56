using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

/// <summary>
/// Writes notices down, each with the order to send it when it is due: in the transaction of what it tells of, so that no crash loses
/// it, and once, however often it is asked for.
/// </summary>
public sealed class NoticeBoard(
    NoticeStore notices,
    ActionStore actions,
    Chains chains,
    Ids ids,
    IOptions<NoticeOptions> options,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Tells one person for their own sake, by every channel that they have.</summary>
    /// <returns>What was written down; empty when they have been told, or cannot be.</returns>
    public Task<IReadOnlyList<NoticeRow>> Tell(NewNotice notice, Recipient to, UnitOfWork unit) => Put(notice, to, 0, unit);

    /// <summary>Tells the first of the office's chain who is there; null when nobody is.</summary>
    public async Task<ChainLink?> TellChain(NewNotice notice, UnitOfWork unit)
    {
        var first = ChainRules.First(await chains.Of(notice.Line.Unit, notice.Officer, Now, unit));
        if (first is not null)
        {
            await Put(notice, first.Who, first.Place, unit);
        }
        return first;
    }

    /// <summary>Tells the next of the chain what an earlier one has not confirmed; null when everybody has been told.</summary>
    public async Task<ChainLink?> PassOn(NoticeRow earlier, UnitOfWork unit)
    {
        var office = new UnitNumber(earlier.UnitNumber);
        var next = ChainRules.After((ChainPlace)earlier.Place, await chains.Of(office, earlier.OfficerId, Now, unit));
        if (next is not null)
        {
            await Put(NewNotice.Again(earlier), next.Who, next.Place, unit);
        }
        return next;
    }

    /// <summary>An order about a notice, to be carried out at a moment.</summary>
    public Task Order(string kind, NoticeRow notice, Instant at, UnitOfWork unit) =>
        actions.Add(
            new()
            {
                Id = ids.Next(),
                Kind = kind,
                // Of no call: what it is about is the notice.
                CallId = notice.Id,
                Priority = kind == ActionKinds.RingDrill ? Priorities.Drill : Priorities.Notice,
                WakeAt = at,
            },
            unit
        );

    private async Task<IReadOnlyList<NoticeRow>> Put(NewNotice notice, Recipient to, ChainPlace place, UnitOfWork unit)
    {
        var put = new List<NoticeRow>();
        foreach (var channel in to.Channels(options.Value.Mail.IsOn && !notice.Kind.IsByPhoneOnly()))
        {
            var row = Row(notice, to, place, channel);
            if (await notices.Add(row, unit))
            {
                await Order(channel == NoticeChannel.Sms ? ActionKinds.SendNotice : ActionKinds.MailNotice, row, row.DueAt, unit);
                put.Add(row);
            }
        }
        return put;
    }

    private NoticeRow Row(NewNotice notice, Recipient to, ChainPlace place, NoticeChannel channel) =>
        new()
        {
            Id = ids.Next(),
            Kind = notice.Kind.ToString(),
            Topic = notice.Topic,
            Place = (int)place,
            Recipient = to.Id,
            RecipientName = to.Name,
            Channel = channel.ToString(),
            UnitNumber = notice.Line.Unit.Value,
            LineId = notice.Line.Id.Value,
            OfficerId = notice.Officer,
            FromAt = notice.About.Start,
            ToAt = notice.About.End,
            Times = notice.Times,
            MadeAt = Now,
            DueAt = Instant.Max(Now, notice.Due ?? Now),
        };
}

/// <summary>What is to be told.</summary>
/// <param name="Topic">A <see cref="NoticeTopic"/>'s key.</param>
/// <param name="About">The time that it is about.</param>
/// <param name="Due">When it is sent; null: at once.</param>
/// <param name="Officer">Whose phone or shift it is about, where that is not who is told.</param>
/// <param name="Times">Of uncovered hours: how many times.</param>
public sealed record NewNotice(
    NoticeKind Kind,
    string Topic,
    NoticeLine Line,
    Interval About,
    Instant? Due = null,
    string? Officer = null,
    int Times = 0
)
{
    public static NewNotice Of(NoticeKind kind, NoticeTopic topic, DutyLine line, Interval about) =>
        new(kind, topic.Key, new(line.Id, line.Unit), about);

    internal static NewNotice Again(NoticeRow row) =>
        new(
            row.What,
            row.Topic,
            new(new(row.LineId), new(row.UnitNumber)),
            new Interval(row.FromAt, row.ToAt),
            Officer: row.OfficerId,
            Times: row.Times
        );
}

/// <summary>The line that a notice is about, and its office.</summary>
public sealed record NoticeLine(DutyLineId Id, UnitNumber Unit);
