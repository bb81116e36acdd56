using static CallRouting.Core.Reports.FigureUnit;

namespace CallRouting.Core.Reports;

/// <summary>Every figure there is, in the order in which a report shows them.</summary>
public static class Definitions
{
    public static IReadOnlyList<Definition> All { get; } =
    [
        Count("offered", "accepted + exhausted + abandoned + cancelled", CountedFrom.Transfers, all => all.Transfers.Offered),
        Count("accepted", "acceptedByOffice + acceptedByNeighbour", CountedFrom.Transfers, all => all.Transfers.Accepted),
        Count(
            "acceptedByOffice",
            "an officer of the office pressed 1 and was in the room",
            CountedFrom.Transfers,
            all => all.Transfers.AcceptedByOffice
        ),
        Count(
            "acceptedByNeighbour",
            "an officer of another office, by agreement, pressed 1 and was in the room",
            CountedFrom.Transfers,
            all => all.Transfers.AcceptedByNeighbour
        ),
        Part("answeredShare", "accepted / offered", CountedFrom.Transfers, all => all.Transfers.AnsweredShare),
        Part("answeredByOfficeShare", "acceptedByOffice / offered", CountedFrom.Transfers, all => all.Transfers.AnsweredByOfficeShare),
        Part("onFirstRungShare", "accepted on rung 1 / accepted", CountedFrom.Transfers, all => all.Transfers.OnFirstRungShare),
        Time(
            "toAcceptMedian",
            "median of seconds from beginning to acceptance",
            CountedFrom.Transfers,
            all => all.Transfers.ToAccept.Median
        ),
        Time("toAcceptP90", "nine of ten acceptances took at most this", CountedFrom.Transfers, all => all.Transfers.ToAccept.P90),
        Count("exhausted", "ladder spent, counts against the office", CountedFrom.Transfers, all => all.Transfers.Exhausted),
        Count("abandoned", "caller gave up after 10 s or later", CountedFrom.Transfers, all => all.Transfers.Abandoned),
        Time(
            "toAbandonMedian",
            "median of seconds from beginning to giving up",
            CountedFrom.Transfers,
            all => all.Transfers.ToAbandon.Median
        ),
        Count("shortAbandoned", "caller gave up before 10 s; not in offered", CountedFrom.Transfers, all => all.Transfers.ShortAbandoned),
        Count("cancelled", "agent gave up after 10 s or later", CountedFrom.Transfers, all => all.Transfers.Cancelled),
        Count("shortCancelled", "agent gave up before 10 s; not in offered", CountedFrom.Transfers, all => all.Transfers.ShortCancelled),
        Count(
            "ours",
            "not accepted, and no phone of the office failed for its sake; not in offered",
            CountedFrom.Transfers,
            all => all.Transfers.Ours
        ),
        Count(
            "lostAfterwards",
            "accepted, then officer lost or caller not reached",
            CountedFrom.Transfers,
            all => all.Transfers.LostAfterwards
        ),
        Count("misrouted", "accepted, and the officer said wrong office", CountedFrom.Transfers, all => all.Transfers.Misrouted),
        Time(
            "inProviderQueueP90",
            "nine of ten that waited there waited at most this",
            CountedFrom.Transfers,
            all => all.Transfers.InQueue.P90
        ),
        Part("directShare", "offered without an agent / offered", CountedFrom.Transfers, all => all.Transfers.DirectShare),
        Count("callbacksOwed", "promised in this time", CountedFrom.Callbacks, all => all.Callbacks.Owed),
        Count("callbacksDue", "deadline in this time", CountedFrom.Callbacks, all => all.Callbacks.Due),
        Part(
            "withinDeadlineShare",
            "settled by the deadline / callbacksDue",
            CountedFrom.Callbacks,
            all => all.Callbacks.WithinDeadlineShare
        ),
        new("attemptsEach", "attempts / settled", Mean, CountedFrom.Callbacks, all => all.Callbacks.AttemptsEach),
        Time("toSettleMedian", "median of seconds from promise to settling", CountedFrom.Callbacks, all => all.Callbacks.ToSettle.Median),
        Count("callbacksUrgent", "urgent ones among callbacksOwed", CountedFrom.Callbacks, all => all.Callbacks.Urgent),
        Part(
            "urgentSameDayShare",
            "settled on the day they were owed / callbacksUrgent",
            CountedFrom.Callbacks,
            all => all.Callbacks.UrgentSameDayShare
        ),
        Part("coveredShare", "seconds with somebody on duty / seconds obliged", CountedFrom.Rosters, all => all.Coverage.Covered),
        Count("asked", "came into the queue for an agent, but for shortLeft", CountedFrom.Queue, all => all.Queue.Asked),
        Part("agentAnsweredShare", "answered by an agent / asked", CountedFrom.Queue, all => all.Queue.AnsweredShare),
        Part("serviceLevel", "answered by an agent within 30 s / asked", CountedFrom.Queue, all => all.Queue.ServiceLevel()),
        Time("queueWaitMedian", "median of seconds from queue to agent", CountedFrom.Queue, all => all.Queue.ToAnswer.Median),
        Time("queueWaitP90", "nine of ten waited at most this", CountedFrom.Queue, all => all.Queue.ToAnswer.P90),
        Count("leftQueue", "hung up in the queue after 10 s or later", CountedFrom.Queue, all => all.Queue.Abandoned),
        Count("shortLeft", "hung up in the queue before 10 s; not in asked", CountedFrom.Queue, all => all.Queue.ShortAbandoned),
        Time("handlingMedian", "median of seconds that agents had the call in hand", CountedFrom.Queue, all => all.Queue.Handled.Median),
    ];

    /// <summary>The definition of a key, or null.</summary>
    public static Definition? Named(string key) => All.FirstOrDefault(definition => definition.Key == key);

    private static Definition Count(string key, string formula, CountedFrom source, Func<Figures, long> of) =>
        new(key, formula, Number, source, all => of(all));

    private static Definition Time(string key, string formula, CountedFrom source, Func<Figures, int?> of) =>
        new(key, formula, Seconds, source, all => of(all));

    private static Definition Part(string key, string formula, CountedFrom source, Func<Figures, Share> of) =>
        new(key, formula, Percent, source, all => of(all).Value) { Share = of };
}
