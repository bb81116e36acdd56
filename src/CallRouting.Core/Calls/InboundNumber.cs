using CallRouting.Core.Offices;

namespace CallRouting.Core.Calls;

/// <summary>A number that callers dial and that is ours. It leads to a flow.</summary>
/// <param name="Flow">The flow's name, for example national.</param>
/// <param name="Entry">Where in the flow a call begins: start, or office for a number that stands for one office.</param>
/// <param name="Unit">The office it stands for, so that no postcode is asked; null for the national number.</param>
public sealed record InboundNumber(PhoneNumber Number, string Name, string Flow, string Entry, UnitNumber? Unit = null);
