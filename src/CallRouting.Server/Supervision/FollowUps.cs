using CallRouting.Core.Notices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Supervision;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Supervision;

/// <summary>Question, answer and closing of a flag: added to what was written, told on the timeline without its words, and a question to the lead.</summary>
public sealed class FollowUps(
    FlagStore flags,
    RosterStore rosters,
    NoticeBoard board,
    NoticeStore notices,
    Timeline timeline,
    Seal seal,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Null when it was done; otherwise why it cannot be.</summary>
    public async Task<string?> Take(FlagRow flag, FollowUpAct act, string? words, FlagFinding? finding, Who who, UnitOfWork unit)
    {
        if (FollowUpRules.After(flag.HowFar, act) is not { } after)
        {
            return FollowUpRules.Refusal(flag.HowFar, act);
        }
        if (act == FollowUpAct.Question && flag.UnitNumber is null)
        {
            return "The flag is about no office, so nobody there can answer. It can be closed.";
        }
        var earlier = await flags.FollowUps(flag.Id, unit);
        await Quiet(earlier, unit);
        var turn = Turn(flag, act, words, finding, who, earlier.Count + 1);
        await flags.Add(turn, unit);
        (flag.State, flag.Place, flag.Finding) = (after.ToString(), (int)after, finding?.ToString());
        await flags.Save(flag, unit);
        await Tell(flag, act, finding, who, unit);
        if (turn.Topic is not null)
        {
            await TellLead(flag, NoticeTopic.Question(flag.Id, turn.Number), unit);
        }
        return null;
    }

    /// <summary>What was written, its words opened.</summary>
    public async Task<IReadOnlyList<FollowUpAnswer>> Of(FlagRow flag, UnitOfWork unit) =>
        [.. (await flags.FollowUps(flag.Id, unit)).Select(row => FollowUpAnswer.Of(row, row.Words is null ? null : seal.Open(row.Words)))];

    private FollowUpRow Turn(FlagRow flag, FollowUpAct act, string? words, FlagFinding? finding, Who who, int number) =>
        new()
        {
            FlagId = flag.Id,
            Number = number,
            Act = act.ToString(),
            Words = string.IsNullOrWhiteSpace(words) ? null : seal.Close(words.Trim()),
            Finding = finding?.ToString(),
            Topic = act == FollowUpAct.Question ? NoticeTopic.Question(flag.Id, number).Key : null,
            ByName = who.Name,
            ByRole = who.Role,
            At = Now,
        };

    // What was told of an earlier question is so no longer.
    private async Task Quiet(IReadOnlyList<FollowUpRow> earlier, UnitOfWork unit)
    {
        if (earlier is [.., { Topic: { } topic }])
        {
            await notices.NoLonger(topic, Now, unit);
        }
    }

    private Task Tell(FlagRow flag, FollowUpAct act, FlagFinding? finding, Who who, UnitOfWork unit)
    {
        var story = act switch
        {
            FollowUpAct.Question => FlagStories.Asked,
            FollowUpAct.Answer => FlagStories.Answered,
            _ => FlagStories.Closed,
        };
        var about = new Subject(
            flag.CallId.Length == 0 ? null : flag.CallId,
            flag.TransferId,
            flag.CallbackId.Length == 0 ? flag.LateCallbackId : flag.CallbackId,
            flag.UnitNumber
        );
        return timeline.Tell([new Told(story, who.Name, finding?.ToString())], about, Now, unit);
    }

    private async Task TellLead(FlagRow flag, NoticeTopic topic, UnitOfWork unit)
    {
        var line = await rosters.Named(flag.LineId, flag.UnitNumber, unit);
        var told = line is null
            ? null
            : await board.TellChain(NewNotice.Of(NoticeKind.QuestionAsked, topic, line, new Interval(flag.RaisedAt, Now)), unit);
        if (told is null)
        {
            await timeline.Tell(
                [new Told(NoticeStories.NobodyTold, null, nameof(NoticeKind.QuestionAsked))],
                new Subject(Unit: flag.UnitNumber),
                Now,
                unit
            );
        }
    }
}
