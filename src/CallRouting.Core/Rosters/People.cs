namespace CallRouting.Core.Rosters;

/// <summary>Who is on duty in a layer while <see cref="Precedence"/> makes up its mind.</summary>
internal sealed class People
{
    private readonly List<Posting> onDuty = new(1);
    private List<Absence>? absent;
    private HashSet<string>? takenOff;

    public bool IsNobody => onDuty.Count == 0;

    public int? Last => onDuty.Count;

    public bool WasTakenOff(string officer) => takenOff?.Contains(officer) == true;

    /// <summary>Once in a layer, whatever speaks for them; and who is on duty is not absent.</summary>
    public void Put(Posting posting, int? place = null)
    {
        if (!onDuty.Exists(other => other.OfficerId == posting.OfficerId))
            onDuty.Insert(place ?? onDuty.Count, posting);
        absent?.RemoveAll(absence => absence.OfficerId == posting.OfficerId);
    }

    public void Miss(string officer, AbsenceReason why)
    {
        absent ??= [];
        if (!absent.Exists(absence => absence.OfficerId == officer))
            absent.Add(new(officer, why));
    }

    /// <summary>The place in the order that they leave open; null: they were not on duty, and are no fallback from now on.</summary>
    public int? TakeOff(string officer, AbsenceReason why)
    {
        (takenOff ??= []).Add(officer);
        var place = onDuty.FindIndex(posting => posting.OfficerId == officer);
        if (place < 0)
            return null;

        onDuty.RemoveAt(place);
        Miss(officer, why);
        return place;
    }

    public int? TakeOffEverybody(AbsenceReason why)
    {
        foreach (var posting in onDuty.ToArray())
            TakeOff(posting.OfficerId, why);

        return 0;
    }

    public Staffing In(DutyRole role) => new(role, onDuty, absent is null ? [] : absent);
}
