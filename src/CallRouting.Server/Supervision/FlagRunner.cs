using CallRouting.Core.Supervision;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>Raises what the rounds found: once for each fact, and told on the timeline.</summary>
public sealed class FlagRunner(FlagStore flags, Timeline timeline, Ids ids)
{
    /// <summary>What is not raised yet, of what was found.</summary>
    public async Task<IReadOnlyList<FlagRow>> News(IEnumerable<FlagRow> found, UnitOfWork unit)
    {
        var news = new List<FlagRow>();
        foreach (var flag in found)
        {
            if (!await flags.IsRaised(flag.Fact, unit))
            {
                news.Add(flag);
            }
        }
        return news;
    }

    public async Task Raise(IEnumerable<FlagRow> found, Instant now, UnitOfWork unit)
    {
        foreach (var flag in found)
        {
            (flag.Id, flag.RaisedAt) = (ids.Next(), now);
            if (await flags.Raise(flag, unit))
            {
                await timeline.Tell(
                    [new Told(FlagStories.Raised, null, flag.Reason)],
                    new Subject(Empty(flag.CallId), flag.TransferId, flag.LateCallbackId, flag.UnitNumber),
                    now,
                    unit
                );
            }
        }
    }

    private static string? Empty(string id) => id.Length == 0 ? null : id;
}

/// <summary>What the timeline tells of flags. Stored: add, never change.</summary>
public static class FlagStories
{
    public const string Raised = "flag raised";
    public const string Asked = "flag: question asked";
    public const string Answered = "flag: question answered";
    public const string Closed = "flag closed";
}
