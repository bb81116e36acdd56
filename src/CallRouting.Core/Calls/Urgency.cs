namespace CallRouting.Core.Calls;

/// <summary>What the caller said when asked whether it must be solved today. Silence is never "can wait".</summary>
public enum Urgency
{
    NotStated,
    CanWait,
    Urgent,
}
