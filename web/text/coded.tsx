/** A text with `code` in it. */
export const Coded = ({ text }: { readonly text: string }) =>
  text
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))
