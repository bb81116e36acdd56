using CallRouting.Core.Offices;

namespace CallRouting.Core.Menus;

/// <summary>The words of a turn, from the prompts that the visit says.</summary>
internal static class MenuSpeech
{
    public static IReadOnlyList<Spoken> Of(Flow flow, MenuVisit visit, MenuFacts facts)
    {
        var known = Known(visit, facts);
        var said = visit.Saying.Select(prompt => flow.Say(prompt, visit.Language, known));
        return flow[visit.Node] is Node.PickDistrict pick ? [.. said, .. Districts(pick, flow, visit, facts, known)] : [.. said];
    }

    private static IEnumerable<Spoken> Districts(Node.PickDistrict pick, Flow flow, MenuVisit visit, MenuFacts facts, SpokenFacts known)
    {
        var pages = DistrictPages.Of(visit, facts);
        foreach (var (number, district) in pages.Page(visit.Page))
            yield return flow.Say(pick.Each, visit.Language, known with { District = district.Name, Count = number });
        if (visit.Page + 1 >= pages.Count)
            yield return flow.Say(pick.After, visit.Language, known);
    }

    private static SpokenFacts Known(MenuVisit visit, MenuFacts facts)
    {
        var today = facts.Now.OsloDate();
        var entered = visit.PendingDigits is { } digits ? facts.Places.AtPostcode(digits, today) : null;
        var place = entered ?? (visit.AreaCode is { } area ? facts.Places.Numbered(area[..4], today) : null);
        return new SpokenFacts
        {
            Now = facts.Now,
            Office = visit.Office is { } unit ? facts.Places.OfficeNumbered(unit, today)?.Name : null,
            Municipality = place?.Name,
            County = place?.CountyName,
            Postcode = entered is null ? visit.Postcode : visit.PendingDigits,
            Digits = visit.PendingDigits,
            Code = visit.Code,
            NumberEnding = facts.CallerNumberEnding,
            At = facts.Hours.OpensNext(facts.Now).ToInstant(),
            Due = facts.CallbackDue(visit),
            NumberShown = facts.NumberShown,
            EmergencyNumber = () => facts.EmergencyNumber(visit),
            Urgency = visit.Urgency,
            CallerLanguage = visit.Language,
        };
    }
}
