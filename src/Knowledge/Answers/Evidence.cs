using Knowledge.Passages;
using Knowledge.Searching;

namespace Knowledge.Answers;

/// <summary>Why a passage was found: what the search says of it, how much of its topic the question names, and how sure an answer from it would be (0 to 1).</summary>
public sealed record Evidence(Passage Passage, Hit Hit, float Topic, float Confidence);
