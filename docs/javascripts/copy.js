// What is copied from a session is its code: the lines behind a prompt, without the prompt. The theme copies what data-copy says.
document.querySelectorAll(".highlight code").forEach(code => {
  if (code.querySelector(".gp")) {
    const typed = code.textContent.split("\n").filter(line => /^(>>>|\.\.\.|\$)( |$)/.test(line));
    code.setAttribute("data-copy", typed.map(line => line.replace(/^\S+ ?/, "")).join("\n"));
  }
});
