using Knowledge.Passages;

namespace Knowledge.Answers;

/// <summary>Why a passage was found, and how sure an answer from it would be (0 to 1).</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Order">What passages are ordered by.</param>
/// <param name="Signs">What speaks for it and against it.</param>
/// <param name="Confidence">How probable it is that it answers.</param>
public sealed record Evidence(Passage Passage, float Order, Signs Signs, float Confidence);
