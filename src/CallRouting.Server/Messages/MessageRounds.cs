using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Notices;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Messages;

/// <summary>Tells an office by notice, once, of a message that nobody has opened in its time. The notice climbs as others do.</summary>
public sealed class MessageRounds(
    MessageStore messages,
    NoticeBoard board,
    NoticeRunner runner,
    Timeline timeline,
    OpeningHours hours,
    Reads reads,
    Writes writes,
    Worker worker,
    IOptions<MessageOptions> options
)
{
    /// <summary>The job's part, each minute.</summary>
    public async Task RunOnce(Instant now, CancellationToken cancel = default)
    {
        var late = (await reads.Ask(messages.Untold, cancel)).Where(message => DueAt(message) <= now).ToList();
        if (late.Count > 0)
        {
            await writes.Commit(unit => Tell(late, now, unit), cancel);
            worker.Nudge();
        }
    }

    private Instant DueAt(MessageRow message) => ChainRules.PassOnAt(message.SentAt, options.Value.Patience(message.Urgent), hours);

    private async Task Tell(IReadOnlyList<MessageRow> late, Instant now, UnitOfWork unit)
    {
        foreach (var message in late)
        {
            if (await messages.Told(message.Id, now, unit))
            {
                await Tell(message, now, unit);
            }
        }
    }

    private async Task Tell(MessageRow message, Instant now, UnitOfWork unit)
    {
        var notice = new NewNotice(
            NoticeKind.MessageUnread,
            NoticeTopic.Unread(message.Id).Key,
            new(new DutyLineId(message.LineId), new UnitNumber(message.UnitNumber)),
            new Interval(message.SentAt, now)
        );
        if (await board.TellChain(notice, unit) is null)
        {
            await runner.TellNobody(notice, unit);
        }
        await timeline.Tell(
            [new Told(MessageStories.Unread)],
            new Subject(Callback: message.CallbackId, Unit: message.UnitNumber),
            now,
            unit
        );
    }
}
