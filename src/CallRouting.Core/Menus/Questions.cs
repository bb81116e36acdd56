using CallRouting.Core.Calls;
using CallRouting.Core.Offices;

namespace CallRouting.Core.Menus;

/// <summary>What a node without words decides by.</summary>
internal static class Questions
{
    public static bool Answer(Question question, MenuVisit visit, MenuFacts facts) =>
        question switch
        {
            Question.Open => facts.Hours.IsOpen(facts.Now),
            Question.Urgent => visit.Urgency == Urgency.Urgent,
            Question.PlaceKnown => visit.AreaCode is not null || visit.Office is not null,
            // A district has no districts, so that one that is known is not asked for again.
            Question.HasDistricts => visit.AreaCode is { } area
                && facts.Places.Numbered(area, facts.Now.OsloDate()) is { HasDistricts: true },
            Question.OfficeKnown => visit.Office is not null,
            Question.HasEmergencyNumber => facts.EmergencyNumber(visit) is not null,
            Question.Reachable => facts.CallerNumberEnding is not null || visit.CallbackNumber is not null || visit.CannotBeRung,
            Question.NumberWithheld => facts.CallerNumberEnding is null,
            Question.NumberGiven => visit.CallbackNumber is not null,
            Question.CodeGiven => visit.CannotBeRung,
            Question.AgentsAvailable => facts.Queue().Pool > 0,
            Question.Overloaded => facts.Queue().Overloaded,
            Question.OfficeTried => visit.Office is not null && visit.Office == visit.TriedOffice,
            Question.TakesTexts => visit is { CannotBeRung: false, MayText: false }
                && (visit.CallbackNumber?.IsMobile ?? facts.CallerNumberIsMobile),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
        };
}
